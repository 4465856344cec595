using IpMarketplace.Kernel.Time;

namespace IpMarketplace.Statistics.Indicators;

/// <summary>ST-03.</summary>
public static class OpenLicencesInForce
{
    /// <summary>What it means.</summary>
    public static Indicator Indicator { get; } = Indicator.OfSupply(
        "ST-03", "有效开放许可专利（存量）", "Open licences in force (stock)", StatisticsUnit.Patent,
        "Distinct patents with an announced declaration that is neither withdrawn nor lapsed, whose right is in force, on the last day of the period or, while it runs, today. "
        + "Of rights, the present record counts: interruptions that are over are not reopened.");

    /// <summary>Counts.</summary>
    public static Figure Of(IEnumerable<DeclarationFact> declarations, StatisticsBasis basis)
    {
        var day = basis.Period.StockDay(ChinaTime.DateIn(basis.AsOf));
        return new Figure(
            Indicator,
            declarations.Where(declaration => basis.Universe.Covers(declaration) && declaration.StandsOn(day)).Select(declaration => declaration.Patent.Id).Distinct().Count(),
            [],
            basis);
    }
}
