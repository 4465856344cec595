namespace IpMarketplace.GraphQL.Tests.Execution;

/// <summary>A clock that stands still and whose timers fire when the test says so.</summary>
internal sealed class ManualClock : TimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly List<Timer> _timers = [];
    private readonly List<(Predicate<TimeSpan> IsMeant, TaskCompletionSource IsSet)> _awaited = [];

    /// <summary>What the timers that are running were set to.</summary>
    public IReadOnlyList<TimeSpan> Set => [.. Running().Select(timer => timer.DueTime)];

    /// <summary>How far the clock's timestamps have moved.</summary>
    public TimeSpan Elapsed { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Elapsed.Ticks;

    public void FireAll() => Array.ForEach(Running(), timer => timer.Fire());

    /// <summary>Completes once such a timer runs; at once when one does.</summary>
    public Task WhenSetAsync(Predicate<TimeSpan> isMeant)
    {
        lock (_gate)
        {
            if (_timers.Exists(timer => isMeant(timer.DueTime)))
            {
                return Task.CompletedTask;
            }
            var isSet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((isMeant, isSet));
            return isSet.Task.WaitAsync(Patience);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state), dueTime);
        lock (_gate)
        {
            _timers.Add(timer);
            _awaited.Where(awaited => awaited.IsMeant(dueTime)).ToList().ForEach(awaited => awaited.IsSet.TrySetResult());
        }
        return timer;
    }

    private Timer[] Running()
    {
        lock (_gate)
        {
            return [.. _timers];
        }
    }

    private sealed class Timer(ManualClock clock, Action fire, TimeSpan dueTime) : ITimer
    {
        public TimeSpan DueTime => dueTime;

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
