namespace IpMarketplace.Persistence;

/// <summary>What a starting process is at.</summary>
/// <param name="Step">What it does, such as "building the catalogue".</param>
/// <param name="Done">How much of it is done.</param>
/// <param name="Total">How much there is; null where it is not counted.</param>
/// <param name="PerSecond">How much is done a second.</param>
/// <param name="Left">How long the rest takes at that rate; null where that is not known.</param>
/// <param name="Obstacle">What it waits for, as a sentence; null while it goes on.</param>
public sealed record StartState(string Step, long Done, long? Total, double PerSecond, TimeSpan? Left, string? Obstacle);

/// <summary>How far this process has come with its start: first the database, then what it keeps in memory.</summary>
public sealed class StartProgress
{
    private TaskCompletionSource? _database;
    private readonly Lock _lock = new();
    private string _step = "starting";
    private string? _obstacle;
    private long? _total;
    private long _done;
    private long _since = TimeProvider.System.GetTimestamp();

    /// <summary>Completes when the database has the form that this build needs, and its demo data where that is asked for. Nothing reads or writes it before.</summary>
    public Task DatabaseIsPrepared => _database?.Task ?? Task.CompletedTask;

    /// <summary>The progress of a process that opens its port before its database is prepared.</summary>
    public static StartProgress BeforeTheDatabase() => new() { _database = new(TaskCreationOptions.RunContinuationsAsynchronously) };

    /// <summary>What it is at now.</summary>
    public StartState State
    {
        get
        {
            lock (_lock)
            {
                var seconds = TimeProvider.System.GetElapsedTime(_since).TotalSeconds;
                var rate = seconds > 0 ? _done / seconds : 0;
                return new StartState(_step, _done, _total, rate, _total is { } total && rate > 0 ? TimeSpan.FromSeconds(Math.Max(0, total - _done) / rate) : null, _obstacle);
            }
        }
    }

    /// <summary>Begins the next step.</summary>
    /// <param name="step">What is done, such as "building the catalogue".</param>
    /// <param name="total">How much of it there is, where that is known.</param>
    public void Begin(string step, long? total = null)
    {
        lock (_lock)
        {
            (_step, _total, _done, _obstacle, _since) = (step, total, 0, null, TimeProvider.System.GetTimestamp());
        }
    }

    /// <summary>More of the step is done.</summary>
    public void Advance(long by)
    {
        lock (_lock)
        {
            _done += by;
        }
    }

    /// <summary>The step cannot go on for now.</summary>
    /// <param name="obstacle">Why, as a sentence for the operator.</param>
    public void Wait(string obstacle)
    {
        lock (_lock)
        {
            _obstacle = obstacle;
        }
    }

    /// <summary>The database can be used.</summary>
    public void DatabasePrepared() => _database?.TrySetResult();
}
