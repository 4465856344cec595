using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpMarketplace.Persistence.ChangeFeed;

/// <summary>One row of the change feed: what one save did to one aggregate, in the order in which it was committed.</summary>
public sealed class Change
{
    /// <summary>The name of a change for which the aggregate announced no event of its own.</summary>
    public const string Unnamed = "Changed";

    /// <summary>The place in the feed. Writers are serialized, so the order of ids is the order of commits.</summary>
    public long Id { get; init; }

    /// <summary>The kind of aggregate, such as <c>Listing</c>.</summary>
    public required string AggregateType { get; init; }

    /// <summary>Which one.</summary>
    public required long AggregateId { get; init; }

    /// <summary>The type names of the announced events, each once and parted by blanks, or <see cref="Unnamed"/>.</summary>
    public required string Events { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether an event of this type was announced.</summary>
    public bool Has(string eventName) => Events.Split(' ').Contains(eventName);
}

internal sealed class ChangeConfiguration : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> change)
    {
        change.ToTable("Changes");
        change.Property(row => row.AggregateType).HasMaxLength(60);
        change.Property(row => row.Events).HasColumnName("EventName").HasMaxLength(400);
    }
}
