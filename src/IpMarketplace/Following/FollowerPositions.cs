using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IpMarketplace.Following;

/// <summary>
/// Keeps how far the followers with lasting effects have come: now and then and at the end, never in a write's turn. What was digested since is
/// digested again after a crash, which their idempotence makes harmless; what was not digested is never taken for done.
/// </summary>
internal sealed class FollowerPositions(IDbContextFactory<MarketplaceDbContext> contexts, ILogger<FollowerPositions> log)
{
    private readonly Dictionary<string, long> _kept = [];

    /// <summary>Where each follower goes on: where it stood, but never beyond the head; at the head if it is new.</summary>
    public async Task<IReadOnlyDictionary<string, long>> BeginAsync(IReadOnlyCollection<string> followers, long head, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.WriteAsync(() => BeginAsync(db, followers, head, ct), ct);
    }

    /// <summary>Keeps the positions of those that have moved; a position that another node kept is never lowered.</summary>
    public async Task KeepAsync(IEnumerable<Follower> followers, CancellationToken ct)
    {
        foreach (var (name, position) in followers.Select(follower => (follower.Consumer.Name, follower.Position)))
        {
            if (_kept.TryGetValue(name, out var kept) && kept < position)
            {
                await using var db = await contexts.CreateDbContextAsync(ct);
                await db.Set<ConsumerPosition>().Where(row => row.Consumer == name && row.Position < position)
                    .ExecuteUpdateAsync(row => row.SetProperty(one => one.Position, position), ct);
                _kept[name] = position;
            }
        }
    }

    private async Task<IReadOnlyDictionary<string, long>> BeginAsync(
        MarketplaceDbContext db, IReadOnlyCollection<string> followers, long head, CancellationToken ct)
    {
        var stored = await db.Set<ConsumerPosition>().Where(row => followers.Contains(row.Consumer)).ToDictionaryAsync(row => row.Consumer, ct);
        _kept.Clear();
        foreach (var name in followers)
        {
            if (!stored.TryGetValue(name, out var row))
            {
                row = db.Add(new ConsumerPosition { Consumer = name, Position = head }).Entity;
            }
            else if (row.Position > head)
            {
                log.LogWarning("{Consumer} stood at change {Position}, beyond the head {Head}: the database was restored to an earlier hour.", name, row.Position, head);
                row.Position = head;
            }
            _kept[name] = row.Position;
        }
        await db.SaveChangesAsync(ct);
        return new Dictionary<string, long>(_kept);
    }
}
