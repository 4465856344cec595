using IpMarketplace.Persistence.ChangeFeed;

namespace IpMarketplace.Following;

/// <summary>
/// Something that follows what was committed. Register it as a singleton. It is called in the order of commits, one call at a
/// time, at least once per change: it must be idempotent and act upon the present state of what the change names, for a change of this
/// process may be handed ahead of a long row of others. While the database is away it is tried without end; a change that fails
/// by itself is retried with growing pauses, then parked.
/// Its position outlives the process, unless it is an <see cref="IInMemoryConsumer"/>.
/// </summary>
public interface IChangeFeedConsumer
{
    /// <summary>Unique and stable: the key of the stored position.</summary>
    string Name { get; }

    /// <summary>Whether a mutation answers only after this consumer has followed its commit.</summary>
    bool CatchUpBeforeReply { get; }

    /// <summary>Digests changes, in the order of commits.</summary>
    Task ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken ct);
}

/// <summary>
/// A consumer whose effect is lost with the process: it is rebuilt from the database at start, before the first request is
/// served, and then follows the changes committed since the rebuild began (so it may meet changes that it already read).
/// </summary>
public interface IInMemoryConsumer : IChangeFeedConsumer
{
    /// <summary>
    /// Takes in everything the database holds and forgets what it does not hold; at start, and again when the database was restored to an earlier
    /// hour.
    /// </summary>
    /// <param name="head">Where the feed ended before.</param>
    /// <param name="ct">Cancels it.</param>
    /// <returns>
    /// After which change to go on: the head, or an earlier mark of a snapshot that was read in place of the database, provided that the feed
    /// <see cref="FeedStore.HoldsAsync">still holds</see> it.
    /// </returns>
    Task<FeedMark> RebuildAsync(FeedMark head, CancellationToken ct);
}
