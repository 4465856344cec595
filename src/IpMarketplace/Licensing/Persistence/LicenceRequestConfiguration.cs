using IpMarketplace.OpenLicensing;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Organizations;
using IpMarketplace.Patents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using static IpMarketplace.Persistence.Conventions.LongText;

namespace IpMarketplace.Licensing.Persistence;

internal sealed class LicenceRequestConfiguration : IEntityTypeConfiguration<LicenceRequest>
{
    private const string IsOpen = "[State] IN ('DRAFT', 'NOTICE_SENT', 'NOTICE_RECEIVED', 'AWAITING_PAYMENT', 'PAYMENT_REPORTED')";

    public void Configure(EntityTypeBuilder<LicenceRequest> request)
    {
        request.ToTable("LicenceRequests");
        request.HasOne<OpenLicence>().WithMany().HasForeignKey(r => r.OpenLicenceId);
        request.HasOne<Patent>().WithMany().HasForeignKey(r => r.PatentId);
        request.HasOne<Organization>().WithMany().HasForeignKey(r => r.PatenteeId);
        request.HasOne<Organization>().WithMany().HasForeignKey(r => r.LicenseeId);
        request.Property(r => r.LicenseePersonId);
        request.Property(r => r.LicenseeName).HasMaxLength(Organization.NameLength);
        request.Property(r => r.Number).HasMaxLength(40);
        request.ComplexProperty(r => r.Terms, terms =>
        {
            terms.ComplexProperty(t => t.Fee, FeeTermsMapping.Map);
            terms.Property(t => t.PatentNumber).HasMaxLength(20);
            terms.Property(t => t.GazetteNumber).HasMaxLength(60);
            terms.Property(t => t.OtherMatters).HasMaxLength(Declaration.TextLength);
        });
        request.ComplexProperty(r => r.Notice, notice =>
        {
            notice.Property(n => n.Text).HasMaxLength(Unlimited);
            notice.Property(n => n.Sha256).HasMaxLength(64);
        });
        request.OwnsMany(r => r.Payments, payment =>
        {
            payment.ToTable("Payments");
            payment.WithOwner().HasForeignKey("LicenceRequestId");
            payment.HasKey(p => p.Id);
            payment.Property(p => p.Voucher).HasMaxLength(Reasons.ReferenceLength);
            payment.Property(p => p.Reason).HasMaxLength(Reasons.Length);
            payment.HasIndex("LicenceRequestId", nameof(Payment.Number)).IsUnique();
        });
        request.HasIndex(r => r.Number).IsUnique();

        // GI-12: of one licensee, at most one open request per declaration, whoever writes at the same moment.
        request.HasIndex(r => new { r.OpenLicenceId, r.LicenseeId }).IsUnique().HasFilter($"[LicenseeId] IS NOT NULL AND {IsOpen}");
        request.HasIndex(r => new { r.OpenLicenceId, r.LicenseePersonId }).IsUnique().HasFilter($"[LicenseePersonId] IS NOT NULL AND {IsOpen}");
        request.HasIndex(r => r.State);
    }
}
