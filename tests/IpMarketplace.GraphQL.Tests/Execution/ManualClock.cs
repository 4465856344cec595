namespace IpMarketplace.GraphQL.Tests.Execution;

/// <summary>A clock that stands still and whose timers fire when the test says so.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly List<Timer> _timers = [];

    /// <summary>What the timers that are running were set to.</summary>
    public IReadOnlyList<TimeSpan> Set => [.. _timers.Select(timer => timer.DueTime)];

    /// <summary>How far the clock's timestamps have moved.</summary>
    public TimeSpan Elapsed { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Elapsed.Ticks;

    public void FireAll() => _timers.ToList().ForEach(timer => timer.Fire());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state), dueTime);
        _timers.Add(timer);
        return timer;
    }

    private sealed class Timer(ManualClock clock, Action fire, TimeSpan dueTime) : ITimer
    {
        public TimeSpan DueTime => dueTime;

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose() => clock._timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
