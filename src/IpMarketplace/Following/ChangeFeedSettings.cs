namespace IpMarketplace.Following;

/// <summary>How the change feed is followed.</summary>
public sealed record ChangeFeedSettings
{
    /// <summary>How often to look for changes that other nodes committed; a node's own commits wake it at once.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The pause before each further attempt at a failing change; after the last one it is parked.</summary>
    public IReadOnlyList<TimeSpan> RetryPauses { get; init; } =
        [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)];

    /// <summary>How long an answer may wait for the followers of its commit. The commit stands either way.</summary>
    public TimeSpan LongestWaitBeforeReply { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many changes are read at a time.</summary>
    public int BatchSize { get; init; } = 500;

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
    }
}
