namespace IpMarketplace.Following;

/// <summary>How one follower of the feed stands in this process.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsAwaited">Whether answers wait for it.</param>
public sealed record FollowerState(string Name, bool IsAwaited)
{
    /// <summary>The last change it is done with; below 0 while it is being built.</summary>
    public long Position { get; internal set; } = -1;

    /// <summary>How many changes it could not take in and tries again from time to time, as long as the process lives.</summary>
    public int SetAside { get; internal set; }

    /// <summary>Since when it waits for the database, in UTC; null while all is well.</summary>
    public DateTimeOffset? StumblesSince { get; internal set; }

    /// <summary>What kept it last.</summary>
    public string? Error { get; internal set; }

    /// <summary>Changes beyond the position that it has taken in already, because an answer waited for them.</summary>
    internal HashSet<long> Ahead { get; init; } = [];

    internal bool HasSeen(long changeId) => Position >= changeId || Ahead.Contains(changeId);

    internal FollowerState Copy() => this with { Ahead = [] };
}
