using IpMarketplace.Kernel.Security;
using IpMarketplace.Statistics.Indicators;

namespace IpMarketplace.Statistics.Schema;

/// <summary>What was agreed (domain.md 7.3), as far as it would tell the public about single parties.</summary>
[ObjectType<StatisticsReport>]
public static partial class AdministratorFigures
{
    /// <summary>ST-44: the share of demonstration universities in the contracts of all universities and institutes.</summary>
    [Authorize(nameof(Permission.ReadStatistics))]
    public static async Task<Figure> GetDemonstrationShareAsync([Parent] StatisticsReport report, CancellationToken ct) =>
        DemonstrationShare.Of(await report.ContractsAsync(ct), report.Basis);

    /// <summary>ST-48: the fixed sums agreed, with mean and median.</summary>
    [Authorize(nameof(Permission.ReadStatistics))]
    public static async Task<Figure> GetContractAmountAsync([Parent] StatisticsReport report, CancellationToken ct) =>
        ContractAmount.Of(await report.ContractsAsync(ct), report.Basis);

    /// <summary>ST-55: the share of contracts between parties of one province.</summary>
    [Authorize(nameof(Permission.ReadStatistics))]
    public static async Task<Figure> GetLocalShareAsync([Parent] StatisticsReport report, CancellationToken ct) =>
        LocalShare.Of(await report.ContractsAsync(ct), report.Basis);

    /// <summary>ST-55: the matrix province by province, cells with contracts only, the largest first.</summary>
    [Authorize(nameof(Permission.ReadStatistics))]
    public static async Task<IReadOnlyList<ProvinceFlow>> GetProvinceFlowsAsync([Parent] StatisticsReport report, CancellationToken ct) =>
        LocalShare.Matrix(await report.ContractsAsync(ct));
}
