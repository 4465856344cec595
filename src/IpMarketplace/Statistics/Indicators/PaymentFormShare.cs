using IpMarketplace.Kernel.Lifecycles;

namespace IpMarketplace.Statistics.Indicators;

/// <summary>ST-50.</summary>
public static class PaymentFormShare
{
    /// <summary>What it means.</summary>
    public static Indicator Indicator { get; } = Indicator.OfTransactions(
        "ST-50", "支付方式占比", "Payment-form share", StatisticsUnit.Contract,
        "The contracts that took effect in the period by how they are paid, each with its share of all: FREE, FIXED (at once or in instalments), ROYALTY, ENTRY_PLUS_ROYALTY. "
        + "The figure's own value is the number of all.");

    /// <summary>Counts.</summary>
    public static Figure Of(IReadOnlyCollection<ContractFact> contracts, StatisticsBasis basis) => new(
        Indicator,
        contracts.Count,
        [
            .. Enum.GetValues<PaymentForm>().Select(form => (form, count: contracts.Count(contract => contract.Payment == form)))
                .Select(row => new FigurePart(Spelling.Screaming(row.form), StatisticsUnit.Contract, row.count, Ratio.Of(row.count, contracts.Count))),
        ],
        basis);
}
