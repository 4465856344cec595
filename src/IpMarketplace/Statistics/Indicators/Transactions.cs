namespace IpMarketplace.Statistics.Indicators;

/// <summary>ST-40.</summary>
public static class Transactions
{
    /// <summary>What it means.</summary>
    public static Indicator Indicator { get; } = Indicator.OfTransactions(
        "ST-40", "交易量", "Transactions", StatisticsUnit.Contract,
        "Contracts that took effect in the period, a contract counting once however many patents it covers. LICENCE: licences.");

    /// <summary>Counts.</summary>
    public static Figure Of(IEnumerable<ContractFact> contracts, StatisticsBasis basis)
    {
        var count = contracts.Count();
        return new Figure(Indicator, count, [new FigurePart("LICENCE", StatisticsUnit.Contract, count, Ratio.Of(count, count))], basis);
    }
}
