using IpMarketplace.Persistence.ChangeFeed;

namespace IpMarketplace.Following;

/// <summary>Where the followers of the feed stand in this process; wakes them after a commit and lets an answer wait for them.</summary>
public sealed class ChangeFeedProgress(IEnumerable<IChangeFeedConsumer> consumers, ChangeFeedSettings settings) : IFeedFollowers
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _awaited = consumers.Where(consumer => consumer.CatchUpBeforeReply).ToDictionary(consumer => consumer.Name, _ => -1L);
    private TaskCompletionSource _committed = NewSignal();
    private TaskCompletionSource _moved = NewSignal();

    /// <summary>Whether every consumer that answers wait for has been started, so that reads are complete.</summary>
    public bool IsReady
    {
        get
        {
            lock (_lock)
            {
                return _awaited.Values.All(position => position >= 0);
            }
        }
    }

    /// <summary>Completes at the next commit in this process. Take it before reading, so that no commit falls between.</summary>
    internal Task NextCommit
    {
        get
        {
            lock (_lock)
            {
                return _committed.Task;
            }
        }
    }

    /// <inheritdoc/>
    public async Task<bool> CatchUpAsync(long changeId, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(settings.LongestWaitBeforeReply);
        while (true)
        {
            Task moved;
            lock (_lock)
            {
                if (_awaited.Values.All(position => position >= changeId))
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

    /// <inheritdoc/>
    public void Committed() => Replace(ref _committed).SetResult();

    internal void Moved(IChangeFeedConsumer consumer, long position)
    {
        lock (_lock)
        {
            if (consumer.CatchUpBeforeReply)
            {
                _awaited[consumer.Name] = position;
            }
        }
        Replace(ref _moved).SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TaskCompletionSource Replace(ref TaskCompletionSource signal)
    {
        lock (_lock)
        {
            var last = signal;
            signal = NewSignal();
            return last;
        }
    }
}
