using IpMarketplace.Accounts;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Organizations;
using IpMarketplace.Patents;
using IpMarketplace.Persistence;
using IpMarketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Api.Tests.Patents;

/// <summary>A server with two universities of different provinces, their people, administrations, and a few patents.</summary>
internal sealed class PatentOffice : IAsyncDisposable
{
    public const string Officer = "officer@xihu.example", ForeignOfficer = "officer@lingnan.example", Approver = "approver@xihu.example", Signatory = "signatory@mill.example",
        Zhejiang = "admin@33.example", Guangdong = "admin@44.example", National = "admin@cn.example";

    public const string Battery = "202010123456.2", Sleeper = "201920249767.6", Unpublished = "202510000001.4";

    private static readonly DateOnly Today = new(2026, 3, 2);

    private PatentOffice(TestMarketplace marketplace) => Marketplace = marketplace;

    public TestMarketplace Marketplace { get; }

    public static async Task<PatentOffice> OpenAsync()
    {
        var office = new PatentOffice(await TestMarketplace.StartAsync());
        await office.FurnishAsync();
        return office;
    }

    /// <summary>The global id of a patent.</summary>
    public async Task<string> IdOfAsync(string number) =>
        (await Marketplace.QueryAsync("patents/patentByNumber.graphql", new { number }, National)).Succeeded().Text("patentByNumber.id");

    /// <summary>Runs a mutation of this module with an input.</summary>
    public Task<Answer> MutateAsync(string field, object input, string? user, string? idempotencyKey = null) =>
        Marketplace.QueryAsync($"patents/{field}.graphql", new { input }, user, idempotencyKey);

    /// <summary>What would differ if anything had been written or announced.</summary>
    public async Task<(int Changes, int History, int Versions)> TracesAsync()
    {
        await using var db = Marketplace.Context();
        return (await db.Changes.CountAsync(), await db.History.CountAsync(), await db.Set<Patent>().SumAsync(patent => patent.Version));
    }

    public ValueTask DisposeAsync() => Marketplace.DisposeAsync();

    private async Task FurnishAsync()
    {
        await using var scope = Marketplace.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MarketplaceDbContext>();
        var xihu = Recorded(new("西湖理工大学", OrganizationKind.University, "Xihu University of Technology", RegionCode: "330100"));
        var lingnan = Recorded(new("岭南大学", OrganizationKind.University, RegionCode: "440100"));
        var mill = Recorded(new("精工机械有限公司", OrganizationKind.Enterprise, RegionCode: "330200", IndustryCode: "C35"));
        db.AddRange(xihu, lingnan, mill);
        await db.SaveChangesAsync();
        db.AddRange(
            InForce(Battery, "一种锂离子电池负极材料", PatentOwner.Registered(xihu, 60), PatentOwner.Person(40)),
            InForce(Sleeper, "一种轨枕", PatentOwner.Registered(lingnan, 100)),
            Pending(Unpublished, "一种未公开的电池", PatentOwner.Registered(xihu, 100)));
        await db.SaveChangesAsync();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountRegistration>();
        (string, Role, long?, string?)[] people =
        [
            (Officer, Role.UniOfficer, xihu.Id, null), (ForeignOfficer, Role.UniOfficer, lingnan.Id, null), (Approver, Role.UniApprover, xihu.Id, null),
            (Signatory, Role.SmeSignatory, mill.Id, null), (Zhejiang, Role.AdminProvince, null, "33"), (Guangdong, Role.AdminProvince, null, "44"),
            (National, Role.AdminNational, null, null),
        ];
        foreach (var (name, role, organization, province) in people)
        {
            var (_, refusal) = await accounts.RegisterAsync(new NewAccount(name, Marketplace.Client.Password, $"{role}", [role], organization, province));
            Assert.Null(refusal);
        }
    }

    private static Organization Recorded(OrganizationDetails details)
    {
        Assert.Null(Organization.Record(details, out var organization));
        return organization;
    }

    private static Patent Pending(string text, string title, params PatentOwner[] owners)
    {
        Assert.True(PatentNumber.TryParse(text, out var number, out var problem), problem);
        var details = new PatentDetails(number.Kind, title, number, Abstract: "摘要", FilingDate: new DateOnly(number.Year, 3, 15), IpcSymbols: ["H01M 10/0525"]);
        Assert.Null(Patent.Record(details, Today, out var patent));
        Assert.Null(patent.SetOwners(owners));
        return patent;
    }

    private static Patent InForce(string number, string title, params PatentOwner[] owners)
    {
        var patent = Pending(number, title, owners);
        Assert.Null(patent.RecordStatus(RightAction.Grant, patent.FilingDate!.Value.AddYears(2), "gazette 38-18", Today));
        return patent;
    }
}
