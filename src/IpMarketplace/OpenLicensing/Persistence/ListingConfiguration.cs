using IpMarketplace.Organizations;
using IpMarketplace.Patents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpMarketplace.OpenLicensing.Persistence;

internal sealed class ListingConfiguration : IEntityTypeConfiguration<Listing>
{
    public void Configure(EntityTypeBuilder<Listing> listing)
    {
        listing.ToTable("Listings");
        listing.HasOne<Organization>().WithMany().HasForeignKey(l => l.OrganizationId);
        listing.HasOne<Patent>().WithMany().HasForeignKey(l => l.PatentId);
        listing.ComplexProperty(l => l.Content, content =>
        {
            content.Property(c => c.Title).HasMaxLength(ListingContent.TitleLength);
            content.Property(c => c.Summary).HasMaxLength(ListingContent.SummaryLength);
            content.Property(c => c.Contact).HasMaxLength(ListingContent.LineLength);
            content.PrimitiveCollection(c => c.ApplicationFields);
            content.PrimitiveCollection(c => c.Industries);
            content.PrimitiveCollection(c => c.CoOwnerConsents);
        });
        listing.Property(l => l.SubmittedBy);
        listing.Property(l => l.ReturnReason).HasMaxLength(Reasons.Length);
        listing.Property(l => l.SuspensionReason).HasMaxLength(Reasons.Length);

        // INV-20: at most one listing per patent and mode that is not closed.
        listing.HasIndex(l => new { l.PatentId, l.Mode }).IsUnique().HasFilter("[State] <> 'CLOSED'");
    }
}
