using IpMarketplace.Persistence.ChangeFeed;

namespace IpMarketplace.Following;

/// <summary>
/// The newest changes, without a gap, as all followers of this process share them: what one reader found in the database, and what this process
/// committed itself where it fits on to that.
/// </summary>
/// <param name="capacity">How many are kept; who stands further back reads the database.</param>
internal sealed class FeedWindow(int capacity)
{
    private readonly Lock _lock = new();
    private readonly List<Change> _changes = [];
    private long _after;
    private FeedMark _head;
    private TaskCompletionSource _grown = NewSignal();

    /// <summary>The newest change known.</summary>
    public FeedMark Head
    {
        get
        {
            lock (_lock)
            {
                return _head;
            }
        }
    }

    /// <summary>Completes when there is more. Take it before looking, so that nothing falls between.</summary>
    public Task Grown
    {
        get
        {
            lock (_lock)
            {
                return _grown.Task;
            }
        }
    }

    /// <summary>Begins anew behind a change.</summary>
    public void BeginAt(FeedMark head)
    {
        lock (_lock)
        {
            _changes.Clear();
            _after = head.ChangeId;
            _head = head;
        }
        Wake();
    }

    /// <summary>Takes in what was read from the database from the head on.</summary>
    public void Append(IEnumerable<Change> read)
    {
        lock (_lock)
        {
            _changes.AddRange(read.Where(change => change.Id > _head.ChangeId));
            Trim();
        }
        Wake();
    }

    /// <summary>Takes in what this process committed, if nothing can lie between it and the head.</summary>
    /// <returns>False when the database must be asked what lies between.</returns>
    public bool TryAppend(IReadOnlyList<Change> committed)
    {
        lock (_lock)
        {
            var next = _head.ChangeId + 1;
            if (committed.Any(change => change.Id != next++))
            {
                return committed.Count > 0 && committed[^1].Id <= _head.ChangeId;
            }
            _changes.AddRange(committed);
            Trim();
        }
        Wake();
        return true;
    }

    /// <summary>What comes after a position; null when that lies further back than is kept.</summary>
    public IReadOnlyList<Change>? After(long position, int atMost)
    {
        lock (_lock)
        {
            if (position < _after)
            {
                return null;
            }
            var first = FirstAfter(position);
            return _changes.GetRange(first, Math.Min(atMost, _changes.Count - first));
        }
    }

    private int FirstAfter(long position)
    {
        var (low, high) = (0, _changes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _changes[middle].Id > position ? (low, middle) : (middle + 1, high);
        }
        return low;
    }

    private void Trim()
    {
        if (_changes.Count > 0)
        {
            _head = FeedMark.Of(_changes[^1]);
        }
        if (_changes.Count > 2 * capacity)
        {
            _changes.RemoveRange(0, _changes.Count - capacity);
            _after = _changes[0].Id - 1;
        }
    }

    private void Wake()
    {
        TaskCompletionSource grown;
        lock (_lock)
        {
            (grown, _grown) = (_grown, NewSignal());
        }
        grown.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
