using IpMarketplace.OpenLicensing;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Organizations;
using IpMarketplace.Patents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpMarketplace.Licensing.Persistence;

internal sealed class LicenceConfiguration : IEntityTypeConfiguration<Licence>
{
    public void Configure(EntityTypeBuilder<Licence> licence)
    {
        licence.ToTable("Licences");
        licence.HasOne<Organization>().WithMany().HasForeignKey(l => l.LicensorId);
        licence.HasOne<Organization>().WithMany().HasForeignKey(l => l.LicenseeId);
        // One to one: a request becomes one licence (INV-42).
        licence.HasOne(l => l.Request).WithOne().HasForeignKey<Licence>(l => l.RequestId);
        licence.HasOne<OpenLicence>().WithMany().HasForeignKey(l => l.OpenLicenceId);
        licence.Property(l => l.LicenseePersonId);
        licence.Property(l => l.LicenseeName).HasMaxLength(Organization.NameLength);
        licence.Property(l => l.Number).HasMaxLength(40);
        licence.ComplexProperty(l => l.Fee, FeeTermsMapping.Map);
        licence.Property(l => l.EndReason).HasMaxLength(Reasons.Length);
        licence.Property(l => l.RecordalDocuments).HasMaxLength(Reasons.Length);
        licence.Property(l => l.RecordalNumber).HasMaxLength(Licence.RecordalNumberLength);
        licence.Property(l => l.RecordalCertificate).HasMaxLength(Reasons.ReferenceLength);
        licence.Property(l => l.RecordalReason).HasMaxLength(Reasons.Length);
        licence.OwnsMany(l => l.Patents, patent =>
        {
            patent.ToTable("LicensedPatents");
            patent.WithOwner().HasForeignKey("LicenceId");
            patent.HasKey("LicenceId", nameof(LicensedPatent.PatentId));
            patent.HasOne<Patent>().WithMany().HasForeignKey(p => p.PatentId);
            patent.Property(p => p.PatentNumber).HasMaxLength(20);
        });

        licence.HasIndex(l => l.Number).IsUnique();
        licence.HasIndex(l => l.EffectiveAt);
        licence.HasIndex(l => l.State);
    }
}
