using IpMarketplace.Persistence;
using IpMarketplace.Persistence.ChangeFeed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpMarketplace.Following;

/// <summary>
/// Reads the feed for every consumer, each at its own pace. Ids are committed in order (<see cref="WriteTransaction"/>), so
/// "everything after my position" can never step over a change that a slower transaction commits later.
/// </summary>
internal sealed class ChangeFeedReader(
    IEnumerable<IChangeFeedConsumer> consumers,
    ChangeFeedProgress progress,
    ChangeFeedSettings settings,
    IDbContextFactory<MarketplaceDbContext> contexts,
    TimeProvider clock,
    ILogger<ChangeFeedReader> log) : BackgroundService
{
    private readonly Dictionary<IChangeFeedConsumer, long> _starts = [];

    /// <summary>Rebuilds what lives in memory before the server listens: the first answer is already complete.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var consumer in consumers)
        {
            _starts[consumer] = await StartOfAsync(consumer, cancellationToken);
            progress.Moved(consumer, _starts[consumer]);
        }
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_starts.Select(start => FollowAsync(start.Key, start.Value, stoppingToken)));

    private async Task<long> StartOfAsync(IChangeFeedConsumer consumer, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (consumer is IInMemoryConsumer inMemory)
        {
            var newest = await db.Changes.MaxAsync(change => (long?)change.Id, ct) ?? 0;
            await inMemory.RebuildAsync(ct);
            return newest;
        }
        return await db.Set<ConsumerPosition>().Where(row => row.Consumer == consumer.Name).Select(row => row.Position).SingleOrDefaultAsync(ct);
    }

    private async Task FollowAsync(IChangeFeedConsumer consumer, long position, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var nextCommit = progress.NextCommit;
                var changes = await ReadAfterAsync(position, ct);
                if (changes.Count == 0)
                {
                    await Task.WhenAny(nextCommit, Task.Delay(settings.PollInterval, ct));
                    continue;
                }
                if (consumer is IAnnouncer)
                {
                    await AwaitTheOthersAsync(changes[^1], ct);
                }
                await DigestAsync(consumer, changes, ct);
                await KeepPositionAsync(consumer, changes[^1].Id, ct);
                position = changes[^1].Id;
                progress.Moved(consumer, position);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogError(failure, "The change feed could not be read for {Consumer} after {Position}; it is tried again.", consumer.Name, position);
                await Task.Delay(settings.PollInterval, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task AwaitTheOthersAsync(Change last, CancellationToken ct)
    {
        while (!await progress.CatchUpAsync(last.Id, ct))
        {
            log.LogWarning("Change {Change} is not announced yet: a follower is behind.", last.Id);
        }
    }

    private async Task<List<Change>> ReadAfterAsync(long position, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Changes.AsNoTracking().Where(change => change.Id > position).OrderBy(change => change.Id).Take(settings.BatchSize).ToListAsync(ct);
    }

    private async Task DigestAsync(IChangeFeedConsumer consumer, List<Change> changes, CancellationToken ct)
    {
        try
        {
            await consumer.ConsumeAsync(changes, ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            log.LogWarning(failure, "{Consumer} failed at changes {First} to {Last}; they are tried one by one.", consumer.Name, changes[0].Id, changes[^1].Id);
            foreach (var change in changes)
            {
                await DigestOrParkAsync(consumer, change, ct);
            }
        }
    }

    private async Task DigestOrParkAsync(IChangeFeedConsumer consumer, Change change, CancellationToken ct)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await consumer.ConsumeAsync([change], ct);
                return;
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                if (attempt == settings.RetryPauses.Count)
                {
                    log.LogError(failure, "{Consumer} cannot digest change {Change}; it is parked.", consumer.Name, change.Id);
                    await ParkAsync(consumer, change, failure, ct);
                    return;
                }
                await Task.Delay(settings.RetryPauses[attempt], ct);
            }
        }
    }

    private async Task ParkAsync(IChangeFeedConsumer consumer, Change change, Exception failure, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var error = failure.ToString();
        db.Add(new ParkedChange { Consumer = consumer.Name, ChangeId = change.Id, Error = error[..Math.Min(error.Length, 2000)], At = clock.GetUtcNow() });
        await db.SaveChangesAsync(ct);
    }

    private async Task KeepPositionAsync(IChangeFeedConsumer consumer, long position, CancellationToken ct)
    {
        if (consumer is IInMemoryConsumer)
        {
            return;
        }
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.WriteAsync(async () =>
        {
            var row = await db.Set<ConsumerPosition>().SingleOrDefaultAsync(kept => kept.Consumer == consumer.Name, ct)
                ?? db.Add(new ConsumerPosition { Consumer = consumer.Name }).Entity;
            row.Position = Math.Max(row.Position, position);
            return await db.SaveChangesAsync(ct);
        }, ct);
    }
}
