using IpMarketplace.Organizations;
using IpMarketplace.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpMarketplace.Patents.Persistence;

internal sealed class PatentConfiguration : IEntityTypeConfiguration<Patent>
{
    private const int NumberLength = 16;
    private const int EvidenceLength = 500;

    public void Configure(EntityTypeBuilder<Patent> patent)
    {
        patent.ToTable("Patents");
        patent.Property(row => row.Number).HasMaxLength(NumberLength).HasConversion(number => number!.Value, stored => PatentNumber.Stored(stored));
        patent.Property(row => row.Publication).HasMaxLength(NumberLength).HasConversion(number => number!.Value, stored => PublicationNumber.Stored(stored));
        patent.Property(row => row.SameDayUtilityModel).HasMaxLength(NumberLength).HasConversion(number => number!.Value, stored => PatentNumber.Stored(stored));
        patent.Property(row => row.Title).HasMaxLength(Patent.TitleLength);
        patent.Property(row => row.TitleEn).HasMaxLength(Patent.TitleLength);
        patent.Property(row => row.ApplicationField).HasMaxLength(EvidenceLength);
        patent.Property(row => row.ApplicationFieldEn).HasMaxLength(EvidenceLength);
        patent.PrimitiveCollection(row => row.IpcSymbols);
        patent.PrimitiveCollection(row => row.LocarnoClasses);
        patent.PrimitiveCollection(row => row.Keywords);
        patent.PrimitiveCollection(row => row.KeywordsEn);
        patent.PrimitiveCollection(row => row.IndustryCodes);
        patent.Ignore(row => row.Maturity);
        patent.Ignore(row => row.FieldNumber);
        patent.Ignore(row => row.IsAlive);
        patent.ComplexProperty(row => row.EvaluationReport, report => report.Property(part => part.Reference).HasMaxLength(EvidenceLength));
        patent.ComplexProperty(row => row.Funding, funding =>
        {
            funding.Property(part => part.Programme).HasMaxLength(200);
            funding.Property(part => part.ProjectName).HasMaxLength(EvidenceLength);
            funding.Property(part => part.ProjectNumber).HasMaxLength(100);
            funding.Property(part => part.ResponsibleBody).HasMaxLength(200);
        });
        patent.HasIndex(row => row.Number).IsUnique();
        patent.HasIndex(row => row.Publication).IsUnique();
        patent.HasIndex(row => new { row.Status, row.ExpiryDate });
        patent.HasIndex(row => new { row.Status, row.AnnualFeeDueOn });
        patent.HasOne(row => row.Text).WithOne().HasForeignKey<PatentText>(text => text.PatentId);
        patent.HasMany(row => row.Owners).WithOne().HasForeignKey("PatentId").IsRequired();
        patent.Navigation(row => row.Owners).AutoInclude();
        patent.HasMany(row => row.Encumbrances).WithOne().HasForeignKey("PatentId").IsRequired();
        patent.Navigation(row => row.Encumbrances).AutoInclude();
    }
}

internal sealed class PatentTextConfiguration : IEntityTypeConfiguration<PatentText>
{
    public void Configure(EntityTypeBuilder<PatentText> text)
    {
        text.ToTable("PatentTexts");
        text.HasKey(row => row.PatentId);
        text.Property(row => row.Abstract).IsLongText();
        text.Property(row => row.AbstractEn).IsLongText();
        text.Property(row => row.Claims).IsLongText();
        text.Property(row => row.ClaimsEn).IsLongText();
    }
}

internal sealed class PatentOwnerConfiguration : IEntityTypeConfiguration<PatentOwner>
{
    public void Configure(EntityTypeBuilder<PatentOwner> owner)
    {
        owner.ToTable("PatentOwners");
        owner.Property<long>("Id");
        owner.Property(row => row.Name).HasMaxLength(Organization.NameLength);
        owner.Ignore(row => row.IsNaturalPerson);
        owner.HasOne<Organization>().WithMany().HasForeignKey(row => row.OrganizationId);
    }
}

internal sealed class EncumbranceConfiguration : IEntityTypeConfiguration<Encumbrance>
{
    public void Configure(EntityTypeBuilder<Encumbrance> encumbrance)
    {
        encumbrance.ToTable("Encumbrances");
        encumbrance.Property(row => row.Evidence).HasMaxLength(500);
        encumbrance.Property(row => row.LiftEvidence).HasMaxLength(500);
        encumbrance.Property(row => row.ConsentEvidence).HasMaxLength(500);
        encumbrance.Property(row => row.PartyName).HasMaxLength(Organization.NameLength);
        encumbrance.Property(row => row.Reason).HasMaxLength(2000);
        encumbrance.HasOne<Organization>().WithMany().HasForeignKey(row => row.PartyId);
    }
}
