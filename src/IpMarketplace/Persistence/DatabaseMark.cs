using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpMarketplace.Persistence;

/// <summary>What is known of the database as a whole, set by the server itself and by nothing that a client sends.</summary>
public sealed class DatabaseMark
{
    /// <summary>The database was filled with the demo, whose users' password everybody knows.</summary>
    public const string Demo = nameof(Demo);

    /// <summary>
    /// Marks a database that was filled with the demo before there were marks. What clients register has no source code; the demo's organizations have.
    /// </summary>
    internal const string MarkEarlierDemo =
        """
        INSERT INTO DatabaseMarks (Name)
        SELECT 'Demo' WHERE EXISTS (
            SELECT 1 FROM Accounts JOIN Organizations ON Organizations.Id = Accounts.OrganizationId
            WHERE Accounts.UserName = 'officer@qinghe.demo' AND Organizations.SourceCode = 'DEMO-qinghe')
        """;

    /// <summary>The row.</summary>
    public long Id { get; init; }

    /// <summary>What it says, such as <see cref="Demo"/>.</summary>
    public required string Name { get; init; }
}

internal sealed class DatabaseMarkConfiguration : IEntityTypeConfiguration<DatabaseMark>
{
    public void Configure(EntityTypeBuilder<DatabaseMark> mark)
    {
        mark.ToTable("DatabaseMarks");
        mark.Property(row => row.Name).HasMaxLength(40);
        mark.HasIndex(row => row.Name).IsUnique();
    }
}
