using IpMarketplace.Following.Sweeps;
using IpMarketplace.Persistence;

namespace IpMarketplace.Tests.Following;

internal static class Sweeping
{
    /// <summary>Does what is due now, as the runner would.</summary>
    /// <returns>How many aggregates changed.</returns>
    public static async Task<int> RunAsync(this ISweep sweep, Func<MarketplaceDbContext> context)
    {
        await using var db = context();
        var due = await sweep.FindDueAsync(db, 100, CancellationToken.None);
        return due.Count == 0 ? 0 : await db.WriteAsync(() => sweep.SweepAsync(db, due, CancellationToken.None), CancellationToken.None);
    }
}
