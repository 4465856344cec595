using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Patents.Schema;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Patents.Persistence;

/// <summary>Cards of patents by their keys, many in one go, as far as the viewer may see them.</summary>
public sealed class VisiblePatentByIdDataLoader(
    Viewer viewer, TimeProvider clock, IDbContextFactory<MarketplaceDbContext> contexts, IBatchScheduler scheduler, DataLoaderOptions? options = null)
    : BatchDataLoader<long, PatentCard>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, PatentCard>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var visible = db.Patents.Where(patent => keys.Contains(patent.Id)).VisibleTo(viewer, clock.Today());
        return (await db.CardsOfAsync(visible, ct)).ToDictionary(card => card.Id);
    }
}
