using IpMarketplace.GraphQL.Execution;
using IpMarketplace.Persistence.ChangeFeed;

namespace IpMarketplace.Following;

/// <summary>Tells who watches an aggregate that it has changed.</summary>
internal sealed class ChangeAnnouncer(ITopicEventSender events) : IAnnouncer
{
    public string Name => "announce-changes";

    /// <summary>What subscribers heard so far may never have been: they are to ask anew.</summary>
    public async Task<FeedMark> RebuildAsync(FeedMark head, CancellationToken ct)
    {
        if (events is InMemoryTopics topics)
        {
            await topics.CompleteAllAsync();
        }
        return head;
    }

    public async Task ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken ct)
    {
        foreach (var change in changes)
        {
            await events.SendAsync(WatchedAggregate.Topic(change.AggregateType, change.AggregateId), change, ct);
        }
    }
}
