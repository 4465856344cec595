using IpMarketplace.Statistics.Indicators;

namespace IpMarketplace.Statistics.Schema;

/// <summary>What is offered (domain.md 7.1). All of it stands in the Patent Gazette, so all of it is public (OL-31).</summary>
[ObjectType<StatisticsReport>]
public static partial class SupplyFigures
{
    /// <summary>ST-01: organizations with a declaration announced in the period.</summary>
    public static async Task<Figure> GetParticipatingPatenteesAsync([Parent] StatisticsReport report, CancellationToken ct) =>
        ParticipatingPatentees.Of(await report.DeclarationsAsync(ct), report.Basis);

    /// <summary>ST-02: patents whose declaration was announced in the period.</summary>
    public static async Task<Figure> GetPatentsOpenedAsync([Parent] StatisticsReport report, CancellationToken ct) =>
        PatentsOpened.Of(await report.DeclarationsAsync(ct), report.Basis);

    /// <summary>ST-03: patents openly licensable at the end of the period, or today while it runs.</summary>
    public static async Task<Figure> GetOpenLicencesInForceAsync([Parent] StatisticsReport report, CancellationToken ct) =>
        OpenLicencesInForce.Of(await report.DeclarationsAsync(ct), report.Basis);
}
