using IpMarketplace.Organizations;
using IpMarketplace.Patents;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Testing;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Tests.Patents;

public sealed class StoringPatentsTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public async Task A_patent_comes_back_as_it_was_saved()
    {
        await using var database = await TestDatabase.CreateAsync();
        Assert.Null(Organization.Record(new("西湖理工大学", OrganizationKind.University, "Xihu University of Technology", RegionCode: "330100"), out var university));
        await using (var db = database.Context())
        {
            db.Add(university);
            await db.SaveChangesAsync();
            var patent = APatent.InForce();
            Assert.Null(patent.SetOwners([PatentOwner.Registered(university, 60), PatentOwner.Person(40)]));
            Assert.Null(patent.RecordEncumbrance(new(EncumbranceKind.Pledge, new(2025, 1, 6), "PL-2025-1", PartyName: "银行"), Today, out _));
            patent.DeclareFunding(new FundingDeclaration(true, "Programme", "Project", "2020YFA", "Body"));
            db.Add(patent);
            await db.SaveChangesAsync();
        }

        await using var read = database.Context();
        var found = await read.Patents.Include(row => row.Text).SingleAsync(row => row.Number == APatent.Number);

        Assert.Equal(["H01M 10/0525", "C01B 32/05"], found.IpcSymbols);
        Assert.Equal([("西湖理工大学", 60m), (PatentOwner.NaturalPerson, 40m)], found.Owners.Select(owner => (owner.Name, owner.Share)));
        Assert.Equal((RightStatus.InForce, new DateOnly(2022, 5, 6), new DateOnly(2040, 3, 14)), (found.Status, found.GrantDate!.Value, found.ExpiryDate!.Value));
        Assert.Equal("PL-2025-1", Assert.Single(found.Encumbrances).Evidence);
        Assert.Equal(new FundingDeclaration(true, "Programme", "Project", "2020YFA", "Body"), found.Funding);
        Assert.Null(found.EvaluationReport);
        Assert.Equal("摘要", found.Text!.Abstract);
        var steps = await read.History.Where(step => step.AggregateType == "Patent").OrderBy(step => step.Id).Select(step => step.Action).ToListAsync();
        Assert.Equal(["RECORD", "GRANT"], steps.Select(step => step.ToUpperInvariant()));
        var card = Assert.Single(await read.CardsOfAsync(read.Patents, CancellationToken.None));
        Assert.Equal(("33", "Xihu University of Technology"), (card.Owners[0].Province, card.Owners[0].NameEn));
    }

    [Fact]
    public async Task Owners_that_are_replaced_leave_no_row_behind_INV_140()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var db = database.Context())
        {
            var patent = APatent.InForce();
            Assert.Null(patent.SetOwners([PatentOwner.External("甲公司", OrganizationKind.Enterprise, 50), PatentOwner.External("乙公司", OrganizationKind.Enterprise, 50)]));
            db.Add(patent);
            await db.SaveChangesAsync();
            Assert.Null(patent.SetOwners([PatentOwner.External("乙公司", OrganizationKind.Enterprise, 100)]));
            await db.SaveChangesAsync();
        }

        await using var read = database.Context();
        Assert.Equal([("乙公司", 100m)], (await read.Patents.SingleAsync()).Owners.Select(owner => (owner.Name, owner.Share)));
        Assert.Equal(1, await read.Set<PatentOwner>().CountAsync());
    }

    [Fact]
    public async Task Two_patents_never_share_a_number()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Context();
        db.Add(APatent.Pending());
        db.Add(APatent.Pending());

        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());

        Assert.True(db.IsUniqueViolation((System.Data.Common.DbException)failure.InnerException!));
    }
}
