namespace IpMarketplace.GraphQL.Tests.WebSockets;

/// <summary>A clock that stands still until a test moves it; then its timers fire, in the order in which they are due.</summary>
public sealed class SteppingClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Timer> _timers = [];
    private readonly List<(TimeSpan Due, TaskCompletionSource Set)> _awaited = [];
    private DateTimeOffset _now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Completes once a timer is set to this time; at once when one is.</summary>
    public Task WhenSetAsync(TimeSpan due)
    {
        lock (_gate)
        {
            if (_timers.Exists(timer => timer.DueAt - _now == due))
            {
                return Task.CompletedTask;
            }
            var set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((due, set));
            return set.Task.WaitAsync(TimeSpan.FromMinutes(2));
        }
    }

    public void Advance(TimeSpan by)
    {
        lock (_gate)
        {
            _now += by;
        }
        while (NextDue() is { } timer)
        {
            timer.Fire();
        }
    }

    private Timer? NextDue()
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.DueAt <= _now).MinBy(timer => timer.DueAt);
            _timers.Remove(next!);
            return next;
        }
    }

    private sealed class Timer(SteppingClock clock, Action fire) : ITimer
    {
        public DateTimeOffset DueAt { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    DueAt = clock._now + dueTime;
                    clock._timers.Add(this);
                    clock._awaited.Where(awaited => awaited.Due == dueTime).ToList().ForEach(awaited => awaited.Set.TrySetResult());
                }
            }
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
