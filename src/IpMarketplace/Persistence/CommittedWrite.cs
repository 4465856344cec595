using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpMarketplace.Persistence;

/// <summary>
/// The name of a write, inserted and committed with it where writes are repeated after a fault of the connection: who finds it need not write
/// again. It means something for the minutes in which a write may be repeated, and is trimmed by age.
/// </summary>
public sealed class CommittedWrite
{
    /// <summary>The name, one for all attempts at one write.</summary>
    public Guid Id { get; init; }

    /// <summary>When it was attempted, in UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

internal sealed class CommittedWriteConfiguration : IEntityTypeConfiguration<CommittedWrite>
{
    public void Configure(EntityTypeBuilder<CommittedWrite> write)
    {
        write.ToTable("CommittedWrites");
        write.Property(row => row.Id).ValueGeneratedNever();
        write.HasIndex(row => row.At);
    }
}
