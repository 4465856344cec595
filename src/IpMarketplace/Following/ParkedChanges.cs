using IpMarketplace.Persistence;
using IpMarketplace.Persistence.ChangeFeed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IpMarketplace.Following;

/// <summary>
/// What followers with lasting effects could not digest though the database was well. It is tried again when a process starts (a new build may be
/// able to) and when an operator asks.
/// </summary>
public sealed class ParkedChanges(
    IEnumerable<IChangeFeedConsumer> consumers, IDbContextFactory<MarketplaceDbContext> contexts, TimeProvider clock, ILogger<ParkedChanges> log)
{
    private const int LongestError = 2000;

    /// <summary>Everything parked, the oldest first.</summary>
    public async Task<IReadOnlyList<ParkedChange>> ListAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<ParkedChange>().AsNoTracking().OrderBy(row => row.Id).ToListAsync(ct);
    }

    /// <summary>How many changes are parked.</summary>
    public async Task<int> CountAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<ParkedChange>().CountAsync(ct);
    }

    /// <summary>Hands a parked change to its follower again. Digested, it is parked no more; otherwise it remains, with the new error.</summary>
    /// <returns>The error; null when it was digested.</returns>
    public async Task<string?> RetryAsync(ParkedChange parked, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            await DigestAsync(db, parked, ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            var error = ErrorOf(failure);
            await db.Set<ParkedChange>().Where(row => row.Id == parked.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.Error, error), ct);
            return failure.Message;
        }
        await db.Set<ParkedChange>().Where(row => row.Id == parked.Id).ExecuteDeleteAsync(ct);
        return null;
    }

    /// <summary>Hands every parked change to its follower again.</summary>
    internal async Task RetryAllAsync(CancellationToken ct)
    {
        foreach (var parked in await ListAsync(ct))
        {
            if (await RetryAsync(parked, ct) is { } error)
            {
                log.LogWarning("{Consumer} still cannot digest change {Change}: {Error}", parked.Consumer, parked.ChangeId, error);
            }
            else
            {
                log.LogInformation("{Consumer} digested change {Change} after all.", parked.Consumer, parked.ChangeId);
            }
        }
    }

    internal async Task ParkAsync(string consumer, Change change, Exception failure, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.Set<ParkedChange>().AnyAsync(row => row.Consumer == consumer && row.ChangeId == change.Id, ct))
        {
            db.Add(new ParkedChange { Consumer = consumer, ChangeId = change.Id, Error = ErrorOf(failure), At = clock.GetUtcNow() });
            await db.SaveChangesAsync(ct);
        }
    }

    private async Task DigestAsync(MarketplaceDbContext db, ParkedChange parked, CancellationToken ct)
    {
        var consumer = consumers.SingleOrDefault(one => one.Name == parked.Consumer)
            ?? throw new InvalidOperationException($"This build has no follower named {parked.Consumer}.");
        var change = await db.Changes.AsNoTracking().SingleOrDefaultAsync(row => row.Id == parked.ChangeId, ct)
            ?? throw new InvalidOperationException($"The feed holds no change {parked.ChangeId}.");
        await consumer.ConsumeAsync([change], ct);
    }

    private static string ErrorOf(Exception failure) => failure.ToString() is var error && error.Length > LongestError ? error[..LongestError] : error;
}
