using IpMarketplace.Persistence.ChangeFeed;

namespace IpMarketplace.Following;

/// <summary>
/// A place in the change feed that can be recognized: a database that was restored to an earlier hour may give the same number to another change.
/// </summary>
/// <param name="ChangeId">The change; 0 before the first.</param>
/// <param name="At">When it happened, in UTC.</param>
/// <param name="AggregateId">What it happened to.</param>
public readonly record struct FeedMark(long ChangeId, DateTimeOffset At, long AggregateId)
{
    /// <summary>The mark of a change; before the first where there is none.</summary>
    public static FeedMark Of(Change? change) => change is null ? default : new(change.Id, ToStored(change.At), change.AggregateId);

    // What this process wrote is compared with what the database gives back of it: microseconds.
    private static DateTimeOffset ToStored(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
}
