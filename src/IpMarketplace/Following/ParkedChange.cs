using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpMarketplace.Following;

/// <summary>A change that a consumer could not digest after every retry: set aside with its error, so that the others go on.</summary>
public sealed class ParkedChange
{
    /// <summary>The row.</summary>
    public long Id { get; init; }

    /// <summary>The consumer's name.</summary>
    public required string Consumer { get; init; }

    /// <summary>The change.</summary>
    public required long ChangeId { get; init; }

    /// <summary>The last error.</summary>
    public required string Error { get; init; }

    /// <summary>When it was given up, in UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

internal sealed class ParkedChangeConfiguration : IEntityTypeConfiguration<ParkedChange>
{
    public void Configure(EntityTypeBuilder<ParkedChange> parked)
    {
        parked.ToTable("ParkedChanges");
        parked.Property(row => row.Consumer).HasMaxLength(60);
        parked.Property(row => row.Error).HasMaxLength(2000);
        parked.HasIndex(row => new { row.Consumer, row.ChangeId });
    }
}
