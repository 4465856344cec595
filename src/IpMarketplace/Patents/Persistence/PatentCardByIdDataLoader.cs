using IpMarketplace.Patents.Schema;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Patents.Persistence;

/// <summary>Cards of patents by their keys, many in one go. Whoever may see what leads here may see the card.</summary>
public sealed class PatentCardByIdDataLoader(IDbContextFactory<MarketplaceDbContext> contexts, IBatchScheduler scheduler, DataLoaderOptions? options = null)
    : BatchDataLoader<long, PatentCard>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, PatentCard>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (await db.CardsOfAsync(db.Patents.Where(patent => keys.Contains(patent.Id)), ct)).ToDictionary(card => card.Id);
    }
}
