using IpMarketplace.Api.Tests.Demo;
using IpMarketplace.Testing.Invariants;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Api.Tests.Fuzzing;

/// <summary>The checker of the invariants finds nothing in the demo, and everything that is planted.</summary>
[Collection(DemoMarketplaceTests.Name)]
public sealed class GlobalInvariantsTests(DemoMarketplace demo)
{
    private const string ALicensedPatent = """(SELECT MIN("PatentId") FROM "LicensedPatents" WHERE "LicenceId" = (SELECT MIN("Id") FROM "Licences" WHERE "State" = 'EFFECTIVE'))""";
    private const string AnAnnounced = """(SELECT MIN("Id") FROM "OpenLicences" WHERE "State" = 'ANNOUNCED')""";
    private const string AnAnnouncedPatent = """(SELECT "PatentId" FROM "OpenLicences" WHERE "Id" = (SELECT MIN("Id") FROM "OpenLicences" WHERE "State" = 'ANNOUNCED'))""";

    private static string Exclusive(string patent) =>
        $"""INSERT INTO "Encumbrances" ("Kind", "From", "Evidence", "PatentId") SELECT 'EXCLUSIVE_LICENCE', '2020-01-01', 'planted', {patent}""";

    public static TheoryData<string, string[]> Planted { get; } = new()
    {
        { "GI-01", ["""UPDATE "History" SET "To" = 'TERMINATED' WHERE "AggregateType" = 'Patent'"""] },
        { "GI-02 a running", [Exclusive(ALicensedPatent)] },
        { "GI-02 two", [Exclusive("""(SELECT MAX("Id") FROM "Patents")"""), Exclusive("""(SELECT MAX("Id") FROM "Patents")""")] },
        { "GI-02 an announced", [Exclusive(AnAnnouncedPatent)] },
        { "GI-03 an announced declaration lacks evidence", [$"""UPDATE "OpenLicences" SET "GazetteNumber" = NULL WHERE "Id" = {AnAnnounced}"""] },
        { "GI-03 an announced declaration outlives", [$"""UPDATE "OpenLicences" SET "Declared_PeriodEnd" = '2199-01-01' WHERE "Id" = {AnAnnounced}"""] },
        { "GI-03 an announced declaration of a", [$"""UPDATE "Patents" SET "Kind" = 'DESIGN', "EvaluationReport_Conclusion" = NULL WHERE "Id" = {AnAnnouncedPatent}"""] },
        { "GI-03 an owner", [$"""INSERT INTO "PatentOwners" ("Position", "Name", "Share", "PatentId") SELECT 9, 'planted', 0, {AnAnnouncedPatent}"""] },
        { "GI-04", ["""UPDATE "LicenceRequests" SET "ConfirmedAt" = NULL WHERE "AmountDue" > 0"""] },
        { "GI-05", ["""UPDATE "Licences" SET "EndsOn" = '2199-01-01' WHERE "Id" = (SELECT MIN("Id") FROM "Licences")"""] },
        { "GI-06 a state", ["""UPDATE "Listings" SET "State" = 'DRAFT' WHERE "State" = 'PUBLISHED'"""] },
        { "GI-06 a step", ["""UPDATE "History" SET "From" = 'DRAFT' WHERE "Action" = 'APPROVE'"""] },
        { "GI-06 history", ["""UPDATE "History" SET "At" = '2001-01-01' WHERE "Id" = (SELECT MAX("Id") FROM "History")"""] },
        { "GI-07", ["""UPDATE "History" SET "ActorId" = 1, "ActorOrganizationId" = -1 WHERE "AggregateType" = 'OpenLicence' AND "Action" = 'FILE'"""] },
        { "GI-07", ["""UPDATE "History" SET "ActorId" = 0, "ActorOrganizationId" = NULL WHERE "AggregateType" = 'LicenceRequest'"""] },
        { "GI-08", ["""UPDATE "History" SET "ActorId" = 1 WHERE "Action" IN ('SUBMIT', 'APPROVE')"""] },
        { "GI-11", ["""UPDATE "Payments" SET "Amount" = "Amount" - 1"""] },
        { "GI-11", ["""UPDATE "PatentOwners" SET "Share" = "Share" - 1"""] },
        { "GI-12", ["""DROP INDEX "IX_OpenLicences_PatentId" """, """UPDATE "OpenLicences" SET "PatentId" = 1, "State" = 'READY'"""] },
        { "GI-13", ["""DROP INDEX "IX_Licences_RequestId" """, """UPDATE "Licences" SET "RequestId" = (SELECT MIN("RequestId") FROM "Licences")"""] },
        { "GI-14 a patent", ["""UPDATE "Patents" SET "Number" = '202010000001.9' WHERE "Id" = (SELECT MIN("Id") FROM "Patents")"""] },
        { "GI-14 a credit", ["""UPDATE "Organizations" SET "CreditCode" = '91350100M000100Y40' WHERE "Id" = (SELECT MIN("Id") FROM "Organizations")"""] },
        { "GI-14 an industry", ["""UPDATE "Organizations" SET "IndustryCode" = 'Z1' WHERE "Id" = (SELECT MIN("Id") FROM "Organizations")"""] },
        { "GI-15", ["""UPDATE "Licences" SET "RecordalDueOn" = '2030-01-01' WHERE "Id" = (SELECT MIN("Id") FROM "Licences")"""] },
    };

    [Fact]
    public async Task The_demo_breaks_none()
    {
        await using var db = demo.Context();
        Assert.Empty(await GlobalInvariants.BrokenInAsync(db));
    }

    [Theory]
    [MemberData(nameof(Planted))]
    public async Task A_planted_violation_is_found_by_the_name_of_its_invariant(string id, string[] statements)
    {
        await using var db = demo.Context();
        await using var undone = await db.Database.BeginTransactionAsync();
        foreach (var statement in statements)
        {
            await db.Database.ExecuteSqlRawAsync(statement);
        }

        Assert.Contains(await GlobalInvariants.BrokenInAsync(db), broken => broken.StartsWith(id, StringComparison.Ordinal));
    }
}
