namespace IpMarketplace.Statistics.Indicators;

/// <summary>ST-42.</summary>
public static class YearOnYearGrowth
{
    /// <summary>What it means.</summary>
    public static Indicator Indicator { get; } = Indicator.OfTransactions(
        "ST-42", "同比增长", "Year-on-year growth", StatisticsUnit.Ratio,
        "(X - Y) / Y, X being ST-40 of the period and Y ST-40 of the same period a year earlier; undefined when Y is 0. "
        + "CONTRACTS: the same; PATENT_TIMES: computed from ST-41.");

    /// <summary>Computes.</summary>
    /// <param name="contracts">The contracts of the period.</param>
    /// <param name="aYearEarlier">The contracts of the same period a year earlier.</param>
    /// <param name="basis">For what it holds.</param>
    public static Figure Of(IReadOnlyCollection<ContractFact> contracts, IReadOnlyCollection<ContractFact> aYearEarlier, StatisticsBasis basis)
    {
        var growth = Ratio.Growth(aYearEarlier.Count, contracts.Count);
        return new Figure(
            Indicator,
            growth,
            [
                new FigurePart("CONTRACTS", StatisticsUnit.Ratio, growth),
                new FigurePart("PATENT_TIMES", StatisticsUnit.Ratio, Ratio.Growth(PatentTimes.Count(aYearEarlier), PatentTimes.Count(contracts))),
            ],
            basis);
    }
}
