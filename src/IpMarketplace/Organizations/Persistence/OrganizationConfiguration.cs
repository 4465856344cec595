using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpMarketplace.Organizations.Persistence;

internal sealed class OrganizationConfiguration : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> organization)
    {
        organization.ToTable("Organizations");
        organization.Property(row => row.Name).HasMaxLength(Organization.NameLength);
        organization.Property(row => row.NameEn).HasMaxLength(Organization.NameLength);
        organization.Property(row => row.NormalizedName).HasMaxLength(Organization.NameLength);
        organization.Property(row => row.CreditCode).HasMaxLength(18)
            .HasConversion(code => code!.Value, stored => UnifiedSocialCreditCode.Stored(stored));
        organization.Property(row => row.RegionCode).HasMaxLength(6);
        organization.Property(row => row.City).HasMaxLength(60);
        organization.Property(row => row.IndustryCode).HasMaxLength(5);
        organization.Property(row => row.SourceCode).HasMaxLength(40);
        organization.Ignore(row => row.Province);
        organization.HasIndex(row => row.CreditCode).IsUnique();
        organization.HasIndex(row => row.NormalizedName);
        organization.HasMany(row => row.Recognitions).WithOne().HasForeignKey("OrganizationId").IsRequired();
        organization.Navigation(row => row.Recognitions).AutoInclude();
    }
}

internal sealed class RecognitionConfiguration : IEntityTypeConfiguration<Recognition>
{
    public void Configure(EntityTypeBuilder<Recognition> recognition)
    {
        recognition.ToTable("Recognitions");
        recognition.Property<long>("Id");
        recognition.Property(row => row.Code).HasMaxLength(40);
        recognition.Property(row => row.Evidence).HasMaxLength(500);
        recognition.HasIndex("OrganizationId", nameof(Recognition.Code), nameof(Recognition.From)).IsUnique();
    }
}

internal sealed class VocabularyTermConfiguration : IEntityTypeConfiguration<VocabularyTerm>
{
    public void Configure(EntityTypeBuilder<VocabularyTerm> term)
    {
        term.ToTable("VocabularyTerms");
        term.HasKey(row => new { row.Scheme, row.Code });
        term.Property(row => row.Code).HasMaxLength(40);
        term.Property(row => row.ParentCode).HasMaxLength(40);
        term.Property(row => row.Name).HasMaxLength(VocabularyTerm.NameLength);
        term.Property(row => row.NameEn).HasMaxLength(VocabularyTerm.NameLength);
    }
}
