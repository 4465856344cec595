using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpMarketplace.Persistence;

/// <summary>One lifecycle step of one aggregate. Append-only: there is no code that changes or removes a row (GI-06).</summary>
public sealed class HistoryEntry
{
    /// <summary>The row; grows with time.</summary>
    public long Id { get; init; }

    /// <summary>The kind of aggregate, such as <c>Listing</c>.</summary>
    public required string AggregateType { get; init; }

    /// <summary>Which one.</summary>
    public required long AggregateId { get; init; }

    /// <summary>The state left; null at creation.</summary>
    public string? From { get; init; }

    /// <summary>The state entered.</summary>
    public required string To { get; init; }

    /// <summary>The step taken.</summary>
    public required string Action { get; init; }

    /// <summary>The account that took it; null for the system.</summary>
    public long? ActorId { get; init; }

    /// <summary>The organization that person acted for.</summary>
    public long? ActorOrganizationId { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why, where the step asks for a reason.</summary>
    public string? Reason { get; init; }

    /// <summary>References to the evidence given.</summary>
    public string? Evidence { get; init; }

    /// <summary>The request that caused it.</summary>
    public string? RequestId { get; init; }
}

internal sealed class HistoryEntryConfiguration : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> history)
    {
        history.ToTable("History");
        history.Property(entry => entry.AggregateType).HasMaxLength(60);
        history.Property(entry => entry.From).HasMaxLength(30);
        history.Property(entry => entry.To).HasMaxLength(30);
        history.Property(entry => entry.Action).HasMaxLength(60);
        history.Property(entry => entry.Reason).HasMaxLength(2000);
        history.Property(entry => entry.Evidence).HasMaxLength(2000);
        history.Property(entry => entry.RequestId).HasMaxLength(64);
        history.HasIndex(entry => new { entry.AggregateType, entry.AggregateId });
    }
}
