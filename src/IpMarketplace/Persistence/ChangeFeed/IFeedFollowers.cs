namespace IpMarketplace.Persistence.ChangeFeed;

/// <summary>What follows the change feed in this process, as those who write see it.</summary>
public interface IFeedFollowers
{
    /// <summary>Something was committed in this process.</summary>
    /// <param name="changes">All changes of the transaction in their order.</param>
    void Committed(IReadOnlyList<Change> changes);

    /// <summary>Waits until what was committed up to a change can be read everywhere in this process.</summary>
    /// <returns>False when a follower needed longer than an answer may wait; the commit stands.</returns>
    Task<bool> CatchUpAsync(long changeId, CancellationToken ct);
}
