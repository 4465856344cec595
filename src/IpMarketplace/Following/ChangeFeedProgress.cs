using IpMarketplace.Persistence.ChangeFeed;

namespace IpMarketplace.Following;

/// <summary>Where the followers of the feed stand in this process; hands them what was committed and lets an answer wait for them.</summary>
public sealed class ChangeFeedProgress(IEnumerable<IChangeFeedConsumer> consumers, ChangeFeedSettings settings, TimeProvider clock) : IFeedFollowers
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, FollowerState> _states =
        consumers.ToDictionary(consumer => consumer.Name, consumer => new FollowerState(consumer.Name, consumer.CatchUpBeforeReply));
    private TaskCompletionSource _moved = NewSignal();

    /// <summary>Whether every consumer that answers wait for has been started, so that reads are complete.</summary>
    public bool IsReady
    {
        get
        {
            lock (_lock)
            {
                return _states.Values.All(state => !state.IsAwaited || state.Position >= 0);
            }
        }
    }

    /// <summary>The newest change known in this process.</summary>
    public long Head { get; internal set; }

    /// <summary>Since when the feed cannot be read, in UTC; null while it can.</summary>
    public DateTimeOffset? UnreadSince { get; internal set; }

    /// <summary>Every follower as it stands.</summary>
    public IReadOnlyList<FollowerState> States
    {
        get
        {
            lock (_lock)
            {
                return [.. _states.Values.Select(state => state.Copy())];
            }
        }
    }

    /// <summary>Who is handed what this process commits.</summary>
    internal Action<IReadOnlyList<Change>> OnCommitted { get; set; } = _ => { };

    /// <inheritdoc/>
    public void Committed(IReadOnlyList<Change> changes) => OnCommitted(changes);

    /// <inheritdoc/>
    public Task<bool> CatchUpAsync(long changeId, CancellationToken ct) => ReachedAsync(state => state.HasSeen(changeId), ct);

    /// <summary>Waits until every follower that answers wait for is done with everything up to a change.</summary>
    /// <returns>False when that took longer than an answer may wait.</returns>
    internal Task<bool> OthersReachedAsync(long changeId, CancellationToken ct) => ReachedAsync(state => state.Position >= changeId, ct);

    internal void Moved(IChangeFeedConsumer consumer, long position) => Change(consumer, state =>
    {
        state.Position = position;
        state.StumblesSince = null;
        state.Ahead.RemoveWhere(id => id <= position);
    });

    internal void MovedAhead(IChangeFeedConsumer consumer, long changeId) => Change(consumer, state => state.Ahead.Add(changeId));

    internal void SetAside(IChangeFeedConsumer consumer, int count) => Change(consumer, state => state.SetAside = count);

    /// <returns>Whether this is the first time since it moved last.</returns>
    internal bool Stumbled(IChangeFeedConsumer consumer, Exception failure)
    {
        var isFirst = false;
        Change(consumer, state =>
        {
            isFirst = state.StumblesSince is null;
            state.StumblesSince ??= clock.GetUtcNow();
            state.Error = failure.Message;
        });
        return isFirst;
    }

    private async Task<bool> ReachedAsync(Func<FollowerState, bool> hasReached, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(settings.LongestWaitBeforeReply);
        while (true)
        {
            Task moved;
            lock (_lock)
            {
                if (_states.Values.All(state => !state.IsAwaited || hasReached(state)))
                {
                    return true;
                }
                moved = _moved.Task;
            }
            try
            {
                await moved.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                return false;
            }
        }
    }

    private void Change(IChangeFeedConsumer consumer, Action<FollowerState> change)
    {
        TaskCompletionSource moved;
        lock (_lock)
        {
            change(_states[consumer.Name]);
            (moved, _moved) = (_moved, NewSignal());
        }
        moved.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
