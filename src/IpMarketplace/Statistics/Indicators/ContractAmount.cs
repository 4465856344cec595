namespace IpMarketplace.Statistics.Indicators;

/// <summary>ST-48.</summary>
public static class ContractAmount
{
    /// <summary>What it means.</summary>
    public static Indicator Indicator { get; } = Indicator.OfTransactions(
        "ST-48", "合同金额", "Contract amount", StatisticsUnit.Yuan,
        "The sum of the fixed sums agreed in contracts that took effect in the period, entry fees included, royalties not: those are counted when received (ST-49). "
        + "FIXED and ENTRY_FEE: the sum by kind; CONTRACTS: contracts with a fixed sum; MEAN and MEDIAN: per such contract.");

    /// <summary>Adds up.</summary>
    public static Figure Of(IEnumerable<ContractFact> contracts, StatisticsBasis basis)
    {
        var paid = contracts.Where(contract => contract.FixedAmount is not null).ToList();
        var amounts = paid.Select(contract => contract.FixedAmount!.Value).ToList();
        var entryFees = paid.Where(contract => contract.Payment == PaymentForm.EntryPlusRoyalty).Sum(contract => contract.FixedAmount!.Value);
        var total = amounts.Sum();
        return new Figure(
            Indicator,
            total,
            [
                new FigurePart("FIXED", StatisticsUnit.Yuan, total - entryFees, Ratio.Of(total - entryFees, total)),
                new FigurePart("ENTRY_FEE", StatisticsUnit.Yuan, entryFees, Ratio.Of(entryFees, total)),
                new FigurePart("CONTRACTS", StatisticsUnit.Contract, paid.Count),
                new FigurePart("MEAN", StatisticsUnit.Yuan, Ratio.Mean(amounts)),
                new FigurePart("MEDIAN", StatisticsUnit.Yuan, Ratio.Median(amounts)),
            ],
            basis);
    }
}
