using IpMarketplace.Persistence;
using IpMarketplace.Persistence.ChangeFeed;
using Microsoft.Extensions.Logging;

namespace IpMarketplace.Following;

/// <summary>Hands one consumer the changes it has not seen, in their order, and holds out when that fails.</summary>
internal sealed class Follower(
    IChangeFeedConsumer consumer,
    FeedWindow window,
    FeedStore feed,
    ChangeFeedProgress progress,
    ParkedChanges parked,
    ChangeFeedSettings settings,
    TimeProvider clock,
    ILogger log)
{
    private readonly Lock _lock = new();
    private readonly Queue<IReadOnlyList<Change>> _ahead = [];
    private readonly List<SetAside> _setAside = [];
    private bool _isFarBehind;
    private long _position;

    public IChangeFeedConsumer Consumer => consumer;

    /// <summary>The last change it is done with.</summary>
    public long Position
    {
        get => Volatile.Read(ref _position);
        private set => Volatile.Write(ref _position, value);
    }

    /// <summary>Begins behind a change, having seen everything before.</summary>
    public void BeginAt(long position)
    {
        Position = position;
        lock (_lock)
        {
            _ahead.Clear();
            _setAside.Clear();
        }
        progress.Moved(consumer, position);
    }

    /// <summary>
    /// Takes what this process committed before what others did, if it has a long way to go: whoever waits for an answer need not wait for the
    /// import of another node. Consumers read the present state, so that seeing a change twice, the earlier ones in between, does no harm.
    /// </summary>
    public void TakeAhead(IReadOnlyList<Change> committed)
    {
        lock (_lock)
        {
            if (_isFarBehind && consumer.CatchUpBeforeReply)
            {
                _ahead.Enqueue(committed);
            }
        }
    }

    public async Task FollowAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var grown = window.Grown;
                await RetryWhatWasSetAsideAsync(ct);
                var changes = await NextAsync(ct);
                if (changes.Count == 0)
                {
                    progress.Moved(consumer, Position);
                    await Task.WhenAny(grown, UntilNextRetry(ct));
                    continue;
                }
                await DigestAheadAsync(ct);
                if (consumer is IAnnouncer)
                {
                    await AwaitTheOthersAsync(changes[^1], ct);
                }
                await DigestAsync(changes, ct);
                Position = changes[^1].Id;
                progress.Moved(consumer, Position);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                progress.Stumbled(consumer, failure);
                log.LogError(failure, "The change feed could not be read for {Consumer} after {Position}; it is tried again.", consumer.Name, Position);
                await Task.Delay(settings.PollInterval, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<IReadOnlyList<Change>> NextAsync(CancellationToken ct)
    {
        var changes = window.After(Position, settings.BatchSize) ?? await feed.ReadFromAsync(Position + 1, ct);
        lock (_lock)
        {
            _isFarBehind = changes.Count >= settings.BatchSize;
        }
        return changes;
    }

    private async Task DigestAheadAsync(CancellationToken ct)
    {
        while (true)
        {
            IReadOnlyList<Change>? changes;
            lock (_lock)
            {
                if (!_ahead.TryDequeue(out changes))
                {
                    return;
                }
            }
            try
            {
                await consumer.ConsumeAsync(changes, ct);
                progress.MovedAhead(consumer, changes[^1].Id);
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                log.LogWarning(failure, "{Consumer} failed at changes {First} to {Last} ahead of time; their turn comes again.", consumer.Name, changes[0].Id, changes[^1].Id);
            }
        }
    }

    private async Task AwaitTheOthersAsync(Change last, CancellationToken ct)
    {
        while (!await progress.OthersReachedAsync(last.Id, ct))
        {
            log.LogWarning("Change {Change} is not announced yet: a follower is behind.", last.Id);
        }
    }

    private async Task DigestAsync(IReadOnlyList<Change> changes, CancellationToken ct)
    {
        try
        {
            await HoldOutAsync(changes, ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            log.LogWarning(failure, "{Consumer} failed at changes {First} to {Last}; they are tried one by one.", consumer.Name, changes[0].Id, changes[^1].Id);
            foreach (var change in changes)
            {
                await DigestOrSetAsideAsync(change, ct);
            }
        }
    }

    private async Task DigestOrSetAsideAsync(Change change, CancellationToken ct)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await HoldOutAsync([change], ct);
                return;
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                if (attempt == settings.RetryPauses.Count)
                {
                    log.LogError(failure, "{Consumer} cannot digest change {Change}; it is set aside and the others go on.", consumer.Name, change.Id);
                    await SetAsideAsync(change, failure, ct);
                    return;
                }
                await Task.Delay(settings.RetryPauses[attempt], ct);
            }
        }
    }

    private Task SetAsideAsync(Change change, Exception failure, CancellationToken ct)
    {
        if (consumer is not IInMemoryConsumer)
        {
            return HoldOutAsync(() => parked.ParkAsync(consumer.Name, change, failure, ct), ct);
        }
        _setAside.Add(new SetAside(change, clock.GetUtcNow() + settings.PauseBeforeRetry));
        progress.SetAside(consumer, _setAside.Count);
        return Task.CompletedTask;
    }

    // What a follower in memory could not take in is lost with its memory, so it is kept beside it.
    private async Task RetryWhatWasSetAsideAsync(CancellationToken ct)
    {
        foreach (var due in _setAside.Where(one => one.NextAt <= clock.GetUtcNow()).ToList())
        {
            _setAside.Remove(due);
            try
            {
                await HoldOutAsync([due.Change], ct);
                log.LogInformation("{Consumer} digested change {Change} after all.", consumer.Name, due.Change.Id);
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                log.LogDebug(failure, "{Consumer} still cannot digest change {Change}.", consumer.Name, due.Change.Id);
                _setAside.Add(due with { NextAt = clock.GetUtcNow() + settings.PauseBeforeRetry });
            }
            progress.SetAside(consumer, _setAside.Count);
        }
    }

    private Task UntilNextRetry(CancellationToken ct) => Task.Delay(_setAside.Count == 0 ? Timeout.InfiniteTimeSpan : settings.PollInterval, ct);

    private Task HoldOutAsync(IReadOnlyList<Change> changes, CancellationToken ct) => HoldOutAsync(() => consumer.ConsumeAsync(changes, ct), ct);

    /// <summary>Tries again without end while the database is away, busy or full: that is no fault of what is to be done.</summary>
    private async Task HoldOutAsync(Func<Task> work, CancellationToken ct)
    {
        for (var pause = settings.FirstPause; ; pause = Shorter(2 * pause, settings.LongestPause))
        {
            try
            {
                await work();
                return;
            }
            catch (Exception failure) when (failure.IsTransientFault && !ct.IsCancellationRequested)
            {
                if (progress.Stumbled(consumer, failure))
                {
                    log.LogWarning(failure, "{Consumer} waits for the database; it goes on where it stands.", consumer.Name);
                }
                await Task.Delay(pause, ct);
            }
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private sealed record SetAside(Change Change, DateTimeOffset NextAt);
}
