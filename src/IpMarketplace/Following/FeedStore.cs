using IpMarketplace.Persistence;
using IpMarketplace.Persistence.ChangeFeed;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Following;

/// <summary>
/// Reads the change feed from the database. Ids are committed in order (<see cref="WriteTransaction"/>), so whoever has read one can never be
/// overtaken by a smaller one.
/// </summary>
public sealed class FeedStore(IDbContextFactory<MarketplaceDbContext> contexts, ChangeFeedSettings settings)
{
    /// <summary>Where the feed ends now.</summary>
    public async Task<FeedMark> HeadAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return FeedMark.Of(await db.Changes.AsNoTracking().OrderByDescending(change => change.Id).FirstOrDefaultAsync(ct));
    }

    /// <summary>
    /// Whether the feed holds a mark and everything after it: false when the database is another one, was restored to an earlier hour, or the feed
    /// was trimmed beyond the mark.
    /// </summary>
    public async Task<bool> HoldsAsync(FeedMark mark, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return mark.ChangeId == 0
            ? await db.Changes.MinAsync(change => (long?)change.Id, ct) is null or 1
            : FeedMark.Of(await db.Changes.AsNoTracking().SingleOrDefaultAsync(change => change.Id == mark.ChangeId, ct)) == mark;
    }

    /// <summary>A batch of the changes from one on, itself included, in their order.</summary>
    internal async Task<List<Change>> ReadFromAsync(long first, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Changes.AsNoTracking().Where(change => change.Id >= first).OrderBy(change => change.Id).Take(settings.BatchSize + 1).ToListAsync(ct);
    }
}
