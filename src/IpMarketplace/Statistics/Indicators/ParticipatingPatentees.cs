namespace IpMarketplace.Statistics.Indicators;

/// <summary>ST-01.</summary>
public static class ParticipatingPatentees
{
    /// <summary>What it means.</summary>
    public static Indicator Indicator { get; } = Indicator.OfSupply(
        "ST-01", "参与专利权人", "Patentees participating", StatisticsUnit.Organization,
        "Distinct organizations with at least one open-licence declaration announced in the period.");

    /// <summary>Counts.</summary>
    public static Figure Of(IEnumerable<DeclarationFact> declarations, StatisticsBasis basis) => new(
        Indicator,
        declarations.Where(declaration => basis.Counts(declaration)).Select(declaration => declaration.Patentee.OrganizationId).Distinct().Count(),
        [],
        basis);
}
