namespace IpMarketplace.Following;

/// <summary>How the change feed is followed, and how long it is kept.</summary>
public sealed record ChangeFeedSettings
{
    /// <summary>How often to look for changes that other nodes committed; a node's own commits reach its followers at once.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The pause before each further attempt at a change that fails by itself; after the last one it is set aside.</summary>
    public IReadOnlyList<TimeSpan> RetryPauses { get; init; } =
        [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)];

    /// <summary>The first pause while the database is away, busy or full; each further one is twice as long.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The longest pause while the database is away. There is no end to trying.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The pause before what a follower in memory had to set aside is tried again.</summary>
    public TimeSpan PauseBeforeRetry { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an answer may wait for the followers of its commit. The commit stands either way.</summary>
    public TimeSpan LongestWaitBeforeReply { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many changes are read and digested at a time.</summary>
    public int BatchSize { get; init; } = 1000;

    /// <summary>How often the positions of followers are kept; after a crash they digest again what came since.</summary>
    public TimeSpan KeepPositionsEvery { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many changes a follower may be behind before readiness says that the node is degraded.</summary>
    public int LargestLag { get; init; } = 10_000;

    /// <summary>How long the feed may be unreadable or a follower held up before the node is not ready.</summary>
    public TimeSpan LongestStandstill { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long changes are kept. What a follower still needs is kept in any case.</summary>
    public TimeSpan KeepChangesFor { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Each problem as a sentence that names the setting, its value and what to change.</summary>
    public IEnumerable<string> Problems()
    {
        if (PollInterval <= TimeSpan.Zero)
        {
            yield return $"ChangeFeed:PollInterval is {PollInterval}; set it to more than 0, such as 00:00:00.5.";
        }
        if (BatchSize < 1)
        {
            yield return $"ChangeFeed:BatchSize is {BatchSize}; set it to at least 1.";
        }
        if (FirstPause <= TimeSpan.Zero)
        {
            yield return $"ChangeFeed:FirstPause is {FirstPause}; set it to more than 0, such as 00:00:00.05.";
        }
        if (LongestPause < FirstPause)
        {
            yield return $"ChangeFeed:LongestPause is {LongestPause}; set it to at least ChangeFeed:FirstPause, which is {FirstPause}.";
        }
        if (KeepPositionsEvery <= TimeSpan.Zero)
        {
            yield return $"ChangeFeed:KeepPositionsEvery is {KeepPositionsEvery}; set it to more than 0, such as 00:00:10.";
        }
        if (KeepChangesFor < TimeSpan.FromHours(1))
        {
            yield return $"ChangeFeed:KeepChangesFor is {KeepChangesFor}; set it to at least 01:00:00.";
        }
    }
}
