namespace IpMarketplace.Following;

/// <summary>
/// A consumer that tells the subscribers of this process what happened. It is handed a change only after every consumer that answers wait for, so
/// that who asks upon an event finds what the event is about. It announces what is committed after the start, and has nothing to rebuild.
/// </summary>
public interface IAnnouncer : IInMemoryConsumer
{
    bool IChangeFeedConsumer.CatchUpBeforeReply => false;

    Task<FeedMark> IInMemoryConsumer.RebuildAsync(FeedMark head, CancellationToken ct) => Task.FromResult(head);
}
