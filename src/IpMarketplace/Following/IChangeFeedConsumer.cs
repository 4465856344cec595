using IpMarketplace.Persistence.ChangeFeed;

namespace IpMarketplace.Following;

/// <summary>
/// Something that follows what was committed. Register it as a singleton. It is called in the order of commits, one call at a
/// time, at least once per change: it must be idempotent. A failing change is retried with growing pauses, then parked.
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
    /// <summary>Reads everything anew from the database.</summary>
    Task RebuildAsync(CancellationToken ct);
}
