namespace IpMarketplace.Statistics.Indicators;

/// <summary>ST-02.</summary>
public static class PatentsOpened
{
    /// <summary>What it means.</summary>
    public static Indicator Indicator { get; } = Indicator.OfSupply(
        "ST-02", "开放许可专利", "Patents opened", StatisticsUnit.Patent,
        "Distinct patents whose open-licence declaration was announced in the period.");

    /// <summary>Counts.</summary>
    public static Figure Of(IEnumerable<DeclarationFact> declarations, StatisticsBasis basis) => new(
        Indicator,
        declarations.Where(declaration => basis.Counts(declaration)).Select(declaration => declaration.Patent.Id).Distinct().Count(),
        [],
        basis);
}
