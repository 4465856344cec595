using IpMarketplace.Following.Sweeps;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Following;

/// <summary>
/// Removes changes that are old and that nobody needs: every follower with lasting effects is beyond them and none has parked them. The newest change
/// always stays: by it a reader notices that the database was restored.
/// </summary>
internal sealed class TrimTheFeed(IEnumerable<IChangeFeedConsumer> consumers, ChangeFeedSettings settings, TimeProvider clock) : ITrim
{
    private readonly string[] _lasting = [.. consumers.Where(consumer => consumer is not IInMemoryConsumer).Select(consumer => consumer.Name)];

    public string Name => "trim the change feed";

    public async Task<int> TrimAsync(MarketplaceDbContext db, int atMost, CancellationToken ct)
    {
        var cut = clock.GetUtcNow() - settings.KeepChangesFor;
        var oldest = await db.Changes.OrderBy(change => change.Id).Select(change => new { change.Id, change.At }).Take(atMost).ToListAsync(ct);
        if (oldest.Count == 0 || oldest[0].At >= cut)
        {
            return 0;
        }
        var positions = await db.Set<ConsumerPosition>().Where(row => _lasting.Contains(row.Consumer)).Select(row => row.Position).ToListAsync(ct);
        var slowest = positions.Count < _lasting.Length ? 0 : positions.Append(long.MaxValue).Min();
        var newest = await db.Changes.MaxAsync(change => change.Id, ct);
        var last = Math.Min(Math.Min(oldest[^1].Id, slowest), newest - 1);
        return await db.Changes
            .Where(change => change.Id <= last && change.At < cut && !db.Set<ParkedChange>().Any(parked => parked.ChangeId == change.Id))
            .ExecuteDeleteAsync(ct);
    }
}
