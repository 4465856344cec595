namespace IpMarketplace.Statistics.Indicators;

/// <summary>ST-55.</summary>
public static class LocalShare
{
    /// <summary>What it means.</summary>
    public static Indicator Indicator { get; } = Indicator.OfTransactions(
        "ST-55", "本地许可占比", "Local share", StatisticsUnit.Ratio,
        "Contracts whose parties are in the same province, divided by all contracts that took effect in the period; a party whose province is unknown, such as a natural person, is in no province. "
        + "LOCAL and ALL: the two numbers. The matrix by province is the field provinceFlows.");

    /// <summary>Computes.</summary>
    public static Figure Of(IReadOnlyCollection<ContractFact> contracts, StatisticsBasis basis)
    {
        var local = contracts.Count(contract => contract.Licensor.Province is { } province && province == contract.Licensee.Province);
        var share = Ratio.Of(local, contracts.Count);
        return new Figure(
            Indicator,
            share,
            [new FigurePart("LOCAL", StatisticsUnit.Contract, local, share), new FigurePart("ALL", StatisticsUnit.Contract, contracts.Count)],
            basis);
    }

    /// <summary>The matrix province by province: only cells with contracts, the largest first, then in the order of the codes.</summary>
    public static IReadOnlyList<ProvinceFlow> Matrix(IEnumerable<ContractFact> contracts) =>
    [
        .. contracts.GroupBy(contract => (From: contract.Licensor.Province, To: contract.Licensee.Province))
            .Select(cell => new ProvinceFlow(cell.Key.From, cell.Key.To, cell.Count(), PatentTimes.Count(cell)))
            .OrderByDescending(cell => cell.Contracts).ThenBy(cell => cell.From, StringComparer.Ordinal).ThenBy(cell => cell.To, StringComparer.Ordinal),
    ];
}
