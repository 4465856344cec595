using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpMarketplace.Following;

/// <summary>How far a consumer with lasting effects has followed the feed.</summary>
public sealed class ConsumerPosition
{
    /// <summary>The consumer's name.</summary>
    public required string Consumer { get; init; }

    /// <summary>The last change it is done with.</summary>
    public long Position { get; set; }
}

internal sealed class ConsumerPositionConfiguration : IEntityTypeConfiguration<ConsumerPosition>
{
    public void Configure(EntityTypeBuilder<ConsumerPosition> position)
    {
        position.ToTable("ConsumerPositions");
        position.HasKey(row => row.Consumer);
        position.Property(row => row.Consumer).HasMaxLength(60);
    }
}
