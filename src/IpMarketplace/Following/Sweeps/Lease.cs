using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpMarketplace.Following.Sweeps;

/// <summary>Work that one node at a time does, and which one.</summary>
public sealed class Lease
{
    /// <summary>The work.</summary>
    public required string Name { get; init; }

    /// <summary>The process that does it.</summary>
    public required string Holder { get; set; }

    /// <summary>Until when nobody else may begin, in UTC.</summary>
    public required DateTimeOffset Until { get; set; }
}

internal sealed class LeaseConfiguration : IEntityTypeConfiguration<Lease>
{
    public void Configure(EntityTypeBuilder<Lease> lease)
    {
        lease.ToTable("Leases");
        lease.HasKey(row => row.Name);
        lease.Property(row => row.Name).HasMaxLength(60);
        lease.Property(row => row.Holder).HasMaxLength(200);
    }
}
