using IpMarketplace.Patents;
using IpMarketplace.Persistence.Conventions;
using IpMarketplace.Testing;
using IpMarketplace.Tests.Patents;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Tests.Persistence;

/// <summary>What a column cannot hold is refused before it is saved, on every database alike.</summary>
public sealed class ColumnLimitTests
{
    [Theory]
    [InlineData("Title", "It has at most")]
    [InlineData("Name", "It has at most")]
    public async Task A_text_that_is_too_long_is_named_with_its_column_and_nothing_is_saved(string property, string message)
    {
        await using var workshop = await Workshop.OpenAsync();
        await using var db = workshop.Context();
        var text = new string('长', 5_000);
        db.Add(property == "Title" ? new Job { Title = text } : new Job { Title = "a", Parts = [new JobPart { Name = text }] });

        var failure = await Assert.ThrowsAsync<ColumnLimitException>(() => db.SaveChangesAsync());

        var problem = Assert.Single(failure.Problems);
        Assert.Equal((property, text), (problem.Property, problem.Value));
        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
        await using var after = workshop.Context();
        Assert.Equal(0, await after.Jobs.CountAsync());
    }

    [Theory]
    [InlineData("1e16", "An amount lies between -9999999999999999.99 and 9999999999999999.99.")]
    [InlineData("-79228162514264337593543950335", "An amount lies between -9999999999999999.99 and 9999999999999999.99.")]
    [InlineData("0.001", "An amount has at most 2 decimals.")]
    public async Task An_amount_is_neither_cut_nor_rounded(string amount, string message)
    {
        await using var workshop = await Workshop.OpenAsync();
        await using var db = workshop.Context();
        db.Add(new Job { Title = "a", Price = decimal.Parse(amount, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture) });

        var failure = await Assert.ThrowsAsync<ColumnLimitException>(() => db.SaveChangesAsync());

        Assert.Equal(message, Assert.Single(failure.Problems).Message);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Parts_and_complex_values_of_an_aggregate_are_checked_alike(TestProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider: provider);
        await using var db = database.Context();
        var patent = APatent.InForce();
        Assert.Null(patent.RecordEncumbrance(new(EncumbranceKind.Pledge, APatent.Today, new string('e', 501), PartyName: new string('p', 201)), APatent.Today, out _));
        patent.DeclareFunding(new FundingDeclaration(true, new string('f', 201)));
        db.Add(patent);

        var failure = await Assert.ThrowsAsync<ColumnLimitException>(() => db.SaveChangesAsync());

        Assert.Equal(["Evidence", "PartyName", "Programme"], failure.Problems.Select(problem => problem.Property).Order());
    }

    [Fact]
    public async Task What_fits_to_the_last_character_is_saved()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Context();
        var patent = APatent.InForce();
        Assert.Null(patent.RecordEncumbrance(new(EncumbranceKind.Pledge, APatent.Today, new string('e', 500)), APatent.Today, out _));
        db.Add(patent);

        await db.SaveChangesAsync();

        Assert.Equal(1, await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM Encumbrances").SingleAsync());
    }
}
