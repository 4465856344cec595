namespace IpMarketplace.Statistics.Indicators;

/// <summary>ST-41.</summary>
public static class PatentTimes
{
    /// <summary>What it means.</summary>
    public static Indicator Indicator { get; } = Indicator.OfTransactions(
        "ST-41", "专利件次", "Patent-times", StatisticsUnit.PatentTime,
        "The sum, over the contracts that took effect in the period, of the patents each covers. PATENTS: the distinct patents among them.");

    /// <summary>Counts.</summary>
    public static Figure Of(IReadOnlyCollection<ContractFact> contracts, StatisticsBasis basis) => new(
        Indicator,
        Count(contracts),
        [new FigurePart("PATENTS", StatisticsUnit.Patent, contracts.SelectMany(contract => contract.Patents).Select(patent => patent.Id).Distinct().Count())],
        basis);

    /// <summary>The number alone.</summary>
    internal static int Count(IEnumerable<ContractFact> contracts) => contracts.Sum(contract => contract.Patents.Count);
}
