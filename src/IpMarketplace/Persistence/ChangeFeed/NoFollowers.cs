namespace IpMarketplace.Persistence.ChangeFeed;

/// <summary>Where nothing follows the feed: a container that only writes.</summary>
internal sealed class NoFollowers : IFeedFollowers
{
    public void Committed(IReadOnlyList<Change> changes)
    {
    }

    public Task<bool> CatchUpAsync(long changeId, CancellationToken ct) => Task.FromResult(true);
}
