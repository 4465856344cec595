using IpMarketplace.Statistics.Indicators;

namespace IpMarketplace.Statistics.Schema;

/// <summary>What was agreed (domain.md 7.3), as far as it is public: figures behind which 1 to 20 contracts stand are withheld.</summary>
[ObjectType<StatisticsReport>]
public static partial class TransactionFigures
{
    /// <summary>ST-40: contracts that took effect in the period.</summary>
    public static async Task<Figure> GetTransactionsAsync([Parent] StatisticsReport report, CancellationToken ct)
    {
        var contracts = await report.ContractsAsync(ct);
        return report.Shown(Transactions.Of(contracts, report.Basis), [contracts]);
    }

    /// <summary>ST-41: the patents of these contracts, each counted once a contract.</summary>
    public static async Task<Figure> GetPatentTimesAsync([Parent] StatisticsReport report, CancellationToken ct)
    {
        var contracts = await report.ContractsAsync(ct);
        return report.Shown(PatentTimes.Of(contracts, report.Basis), [contracts]);
    }

    /// <summary>ST-42: growth over the same period a year earlier; null when there was nothing then.</summary>
    public static async Task<Figure> GetYearOnYearGrowthAsync([Parent] StatisticsReport report, CancellationToken ct)
    {
        var contracts = await report.ContractsAsync(ct);
        var aYearEarlier = await report.ContractsAYearEarlierAsync(ct);
        return report.Shown(YearOnYearGrowth.Of(contracts, aYearEarlier, report.Basis), [contracts, aYearEarlier]);
    }

    /// <summary>ST-50: the contracts by how they are paid.</summary>
    public static async Task<Figure> GetPaymentFormShareAsync([Parent] StatisticsReport report, CancellationToken ct)
    {
        var contracts = await report.ContractsAsync(ct);
        return report.ShownInParts(PaymentFormShare.Of(contracts, report.Basis), contracts);
    }
}
