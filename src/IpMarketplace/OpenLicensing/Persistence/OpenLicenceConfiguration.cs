using IpMarketplace.Organizations;
using IpMarketplace.Patents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpMarketplace.OpenLicensing.Persistence;

internal sealed class OpenLicenceConfiguration : IEntityTypeConfiguration<OpenLicence>
{
    public void Configure(EntityTypeBuilder<OpenLicence> openLicence)
    {
        openLicence.ToTable("OpenLicences");
        openLicence.HasOne<Organization>().WithMany().HasForeignKey(o => o.OrganizationId);
        openLicence.HasOne<Patent>().WithMany().HasForeignKey(o => o.PatentId);
        openLicence.Property(o => o.PatentNumber).HasMaxLength(20);
        openLicence.ComplexProperty(o => o.Declared, declared =>
        {
            declared.ComplexProperty(d => d.Fee, FeeTermsMapping.Map);
            declared.Ignore(d => d.Warnings);
            declared.Property(d => d.FeeStatement).HasMaxLength(Declaration.TextLength);
            declared.Property(d => d.OtherMatters).HasMaxLength(Declaration.TextLength);
            declared.Property(d => d.AboveUsualReason).HasMaxLength(Declaration.TextLength);
        });
        openLicence.Property(o => o.ConsentRound);
        openLicence.Property(o => o.SubmittedBy);
        openLicence.Property(o => o.ReturnReason).HasMaxLength(Reasons.Length);
        openLicence.Property(o => o.ReceiptNumber).HasMaxLength(OpenLicence.EvidenceLength);
        openLicence.Property(o => o.CnipaReason).HasMaxLength(Reasons.Length);
        openLicence.Property(o => o.GazetteNumber).HasMaxLength(OpenLicence.EvidenceLength);
        openLicence.Property(o => o.WithdrawalReason).HasMaxLength(Reasons.Length);
        openLicence.Property(o => o.WithdrawalGazetteNumber).HasMaxLength(OpenLicence.EvidenceLength);
        openLicence.OwnsMany(o => o.Consents, consent =>
        {
            consent.ToTable("CoOwnerConsents");
            consent.WithOwner().HasForeignKey("OpenLicenceId");
            consent.HasKey(c => c.Id);
            consent.Property(c => c.OwnerId);
            consent.Property(c => c.Round);
            consent.Property(c => c.OwnerName).HasMaxLength(Organization.NameLength);
            consent.Property(c => c.Document).HasMaxLength(Reasons.ReferenceLength);
        });

        // INV-30: at most one declaration per patent from ready until its end.
        openLicence.HasIndex(o => o.PatentId).IsUnique()
            .HasFilter("[State] IN ('READY', 'FILED', 'CORRECTION', 'ANNOUNCED', 'WITHDRAWAL_FILED')");
        openLicence.HasIndex(o => o.State);
        openLicence.HasIndex(o => o.OrganizationId);
    }
}
