namespace IpMarketplace.Testing;

/// <summary>
/// A clock that moves only when a test moves it. Timers that were made with it keep real time, as the infrastructure needs them, and fire at once
/// when a test moves the clock past the time they were set to.
/// </summary>
public sealed class FakeClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<WeakReference<Timer>> _timers = [];
    private DateTimeOffset _now;

    public FakeClock(DateTimeOffset now) => _now = now;

    public DateTimeOffset Now
    {
        get
        {
            lock (_lock)
            {
                return _now;
            }
        }
        set
        {
            List<Timer> timers = [];
            lock (_lock)
            {
                _now = value;
                _timers.RemoveAll(timer => !timer.TryGetTarget(out _));
                timers.AddRange(_timers.Select(timer => timer.TryGetTarget(out var alive) ? alive : null).OfType<Timer>());
            }
            timers.ForEach(timer => timer.FireIfDue(value));
        }
    }

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan by) => Now += by;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, base.CreateTimer(callback, state, dueTime, period), dueTime);
        lock (_lock)
        {
            _timers.Add(new WeakReference<Timer>(timer));
        }
        return timer;
    }

    private sealed class Timer(FakeClock clock, ITimer real, TimeSpan dueTime) : ITimer
    {
        private readonly Lock _setting = new();
        private DateTimeOffset? _dueAt = DueAt(clock, dueTime);

        public void FireIfDue(DateTimeOffset now)
        {
            lock (_setting)
            {
                if (_dueAt <= now)
                {
                    _dueAt = null;
                    real.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
                }
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_setting)
            {
                _dueAt = DueAt(clock, dueTime);
                return real.Change(dueTime, period);
            }
        }

        public void Dispose() => real.Dispose();

        public ValueTask DisposeAsync() => real.DisposeAsync();

        private static DateTimeOffset? DueAt(FakeClock clock, TimeSpan dueTime) => dueTime == Timeout.InfiniteTimeSpan ? null : clock.Now + dueTime;
    }
}
