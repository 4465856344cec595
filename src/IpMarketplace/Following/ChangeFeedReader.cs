using IpMarketplace.Persistence;
using IpMarketplace.Persistence.ChangeFeed;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpMarketplace.Following;

/// <summary>
/// The one reader of the feed in this process: what it finds, and what the process commits itself, it hands to every follower, each of which goes at
/// its own pace.
/// </summary>
internal sealed class ChangeFeedReader : BackgroundService
{
    private const int BatchesKept = 8;

    private readonly FeedStore _feed;
    private readonly FeedWindow _window;
    private readonly FollowerPositions _positions;
    private readonly ParkedChanges _parked;
    private readonly ChangeFeedProgress _progress;
    private readonly ChangeFeedSettings _settings;
    private readonly TimeProvider _clock;
    private readonly StartProgress _start;
    private readonly ILogger<ChangeFeedReader> _log;
    private readonly List<Follower> _followers;
    private bool _hasBegun;
    private TaskCompletionSource _gap = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ChangeFeedReader(
        IEnumerable<IChangeFeedConsumer> consumers,
        FeedStore feed,
        FollowerPositions positions,
        ParkedChanges parked,
        ChangeFeedProgress progress,
        ChangeFeedSettings settings,
        TimeProvider clock,
        StartProgress start,
        ILogger<ChangeFeedReader> log)
    {
        (_feed, _positions, _parked, _progress, _settings, _clock, _start, _log) = (feed, positions, parked, progress, settings, clock, start, log);
        _window = new FeedWindow(settings.BatchSize * BatchesKept);
        _followers = [.. consumers.Select(consumer => new Follower(consumer, _window, feed, progress, parked, settings, clock, log))];
    }

    /// <summary>Fills what lives in memory, where the database is prepared already; otherwise that is done behind the open port.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_start.DatabaseIsPrepared.IsCompleted)
        {
            await BeginAsync(cancellationToken);
        }
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Stops and keeps how far each has come.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await KeepPositionsAsync(CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_hasBegun)
        {
            await _start.DatabaseIsPrepared.WaitAsync(stoppingToken);
            await BeginAnewAsync(stoppingToken);
        }
        _progress.OnCommitted = Take;
        var retry = RetryParkedAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            using var round = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            var following = _followers.Select(follower => follower.FollowAsync(round.Token)).Append(KeepPositionsNowAndThenAsync(round.Token)).ToList();
            await ReadUntilRestoredAsync(round.Token);
            await round.CancelAsync();
            await Task.WhenAll(following);
            if (!stoppingToken.IsCancellationRequested)
            {
                await BeginAnewAsync(stoppingToken);
            }
        }
        await retry;
    }

    private async Task BeginAsync(CancellationToken ct)
    {
        var head = await _feed.HeadAsync(ct);
        _window.BeginAt(head);
        _progress.Head = head.ChangeId;
        var lasting = _followers.Select(follower => follower.Consumer).Where(consumer => consumer is not IInMemoryConsumer).Select(consumer => consumer.Name);
        var positions = await _positions.BeginAsync([.. lasting], head.ChangeId, ct);
        foreach (var follower in _followers)
        {
            var start = follower.Consumer is IInMemoryConsumer inMemory ? await inMemory.RebuildAsync(head, ct) : default;
            follower.BeginAt(positions.GetValueOrDefault(follower.Consumer.Name, start.ChangeId));
        }
        _hasBegun = true;
    }

    private async Task BeginAnewAsync(CancellationToken ct)
    {
        foreach (var follower in _followers)
        {
            _progress.Moved(follower.Consumer, -1);
        }
        for (var isDone = false; !isDone && !ct.IsCancellationRequested;)
        {
            try
            {
                await BeginAsync(ct);
                isDone = true;
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                _start.Wait($"What is held in memory cannot be read from the database: {failure.Message.TrimEnd('.')}. It is tried again.");
                _log.LogError(failure, "What is held in memory could not be read anew; it is tried again.");
                await Task.Delay(_settings.LongestPause, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Looks for what other nodes committed. Ends when the database no longer holds what was read from it.</summary>
    private async Task ReadUntilRestoredAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var gap = Renew(ref _gap);
                var head = _window.Head;
                var read = await _feed.ReadFromAsync(head.ChangeId, ct);
                _progress.UnreadSince = null;
                if (head.ChangeId > 0 && FeedMark.Of(read.FirstOrDefault()) != head)
                {
                    _log.LogWarning("Change {Change} is gone: the database was restored to an earlier hour. What is held in memory is read anew.", head.ChangeId);
                    return;
                }
                _window.Append(read);
                _progress.Head = _window.Head.ChangeId;
                if (read.Count <= _settings.BatchSize)
                {
                    await Task.WhenAny(gap, Task.Delay(_settings.PollInterval, ct));
                }
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                if (_progress.UnreadSince is null)
                {
                    _progress.UnreadSince = _clock.GetUtcNow();
                    _log.LogError(failure, "The change feed cannot be read; it is tried again until it can.");
                }
                await Task.Delay(_settings.PollInterval, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private void Take(IReadOnlyList<Change> committed)
    {
        _followers.ForEach(follower => follower.TakeAhead(committed));
        if (!_window.TryAppend(committed))
        {
            Volatile.Read(ref _gap).TrySetResult();
        }
        _progress.Head = _window.Head.ChangeId;
    }

    private async Task RetryParkedAsync(CancellationToken ct)
    {
        try
        {
            await _parked.RetryAllAsync(ct);
        }
        catch (Exception failure)
        {
            _log.LogWarning(failure, "What is parked could not be tried again.");
        }
    }

    private async Task KeepPositionsNowAndThenAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await Task.Delay(_settings.KeepPositionsEvery, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await KeepPositionsAsync(ct);
        }
    }

    private async Task KeepPositionsAsync(CancellationToken ct)
    {
        try
        {
            await _positions.KeepAsync(_followers, ct);
        }
        catch (Exception failure)
        {
            _log.LogWarning(failure, "The positions of the followers could not be kept; after a crash they would digest more again.");
        }
    }

    private static Task Renew(ref TaskCompletionSource signal)
    {
        var renewed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref signal, renewed);
        return renewed.Task;
    }
}
