using IpMarketplace.Accounts.Persistence;
using IpMarketplace.Api.Demo;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Licensing;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.OpenLicensing;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Organizations;
using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Patents;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Testing;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Api.Tests.Demo;

/// <summary>Lists, searches and statistics have something to show.</summary>
[Collection(DemoMarketplaceTests.Name)]
public sealed class DemoHasEnoughToShowTests(DemoMarketplace demo)
{
    [Fact]
    public async Task It_has_14_institutions_41_enterprises_of_every_size_and_two_administrations_all_named_as_demo()
    {
        await using var db = demo.Context();
        var organizations = await db.Organizations.AsNoTracking().ToListAsync();
        Assert.Equal(14, organizations.Count(row => row.Kind is OrganizationKind.University or OrganizationKind.Institute or OrganizationKind.Hospital));
        Assert.Equal(41, organizations.Count(row => row.Kind == OrganizationKind.Enterprise));
        Assert.Equal(2, organizations.Count(row => row.Kind == OrganizationKind.Administration));
        Assert.Equal(Enum.GetValues<EnterpriseSize>(), organizations.Select(row => row.Size).OfType<EnterpriseSize>().Distinct().Order());
        Assert.All(organizations, row => Assert.EndsWith("（演示）", row.Name, StringComparison.Ordinal));
        Assert.All(organizations, row => Assert.EndsWith("(demo)", row.NameEn, StringComparison.Ordinal));
        Assert.True(organizations.Select(row => row.Province).Distinct().Count() >= 12);
        Assert.Equal(3, organizations.Count(row => row.Holds("DEMONSTRATION_UNIVERSITY", new DateOnly(2025, 1, 1))));
    }

    [Fact]
    public async Task It_has_92_patents_of_every_kind_over_all_ipc_sections_in_two_languages()
    {
        await using var db = demo.Context();
        var patents = await db.Patents.AsNoTracking().Include(row => row.Text).ToListAsync();
        Assert.Equal(92, patents.Count);
        Assert.Equal("ABCDEFGH", string.Concat(patents.SelectMany(row => row.IpcSymbols.Take(1)).Select(symbol => symbol[0]).Distinct().Order()));
        Assert.Equal(Enum.GetValues<PatentKind>(), patents.Select(row => row.Kind).Distinct().Order());
        Assert.All(patents, row => Assert.InRange(row.Text!.Abstract!.Length, 80, 200));
        Assert.All(patents, row => Assert.InRange(row.Text!.AbstractEn!.Length, 200, 1000));
        Assert.All(patents, row => Assert.False(string.IsNullOrWhiteSpace(row.TitleEn) || row.KeywordsEn.Count == 0 || row.Keywords.Count == 0 || row.ReadinessLevel is null));
    }

    [Fact]
    public async Task It_has_listings_declarations_and_requests_in_every_state_that_lasts()
    {
        await using var db = demo.Context();
        Assert.Equal(Enum.GetValues<ListingState>().Order(), (await db.Listings.Select(row => row.State).Distinct().ToListAsync()).Order());
        Assert.Equal(Enum.GetValues<OpenLicenceState>().Order(), (await db.OpenLicences.Select(row => row.State).Distinct().ToListAsync()).Order());
        Assert.Contains(await db.OpenLicences.ToListAsync(), row => row.IsAnnounced && !row.Accepting);
        LicenceRequestState[] momentary = [LicenceRequestState.Draft, LicenceRequestState.NoticeSent, LicenceRequestState.NoticeReceived];
        Assert.Equal(Enum.GetValues<LicenceRequestState>().Except(momentary).Order(), (await db.LicenceRequests.Select(row => row.State).Distinct().ToListAsync()).Order());
        Assert.Equal(Enum.GetValues<LicenceState>().Order(), (await db.Licences.Select(row => row.State).Distinct().ToListAsync()).Order());
    }

    [Fact]
    public async Task Its_licences_fill_two_years_up_to_today_in_every_payment_form()
    {
        await using var db = demo.Context();
        var licences = await db.Licences.AsNoTracking().ToListAsync();
        Assert.InRange(licences.Count, 160, 180);
        Assert.InRange(licences.Min(row => row.EffectiveAt), TestDatabase.Now.AddDays(-750), TestDatabase.Now.AddDays(-650));
        Assert.InRange(licences.Max(row => row.EffectiveAt), TestDatabase.Now.AddDays(-60), TestDatabase.Now);
        Assert.Equal(Enum.GetValues<FeeStructure>(), licences.Select(row => row.Fee.Structure).Distinct().Order());
        Assert.InRange(licences.Count(row => row.Fee.Structure == FeeStructure.Free) / (double)licences.Count, 0.45, 0.65);
        Assert.Contains(licences, row => row.Recordal == RecordalState.Recorded);
        Assert.Contains(licences, row => row.Recordal == RecordalState.NotFiled && row.IsRecordalOverdue(new DateOnly(2026, 3, 2)));
    }

    [Fact]
    public async Task It_has_users_of_every_role_who_can_sign_in()
    {
        await using var db = demo.Context();
        var accounts = await db.Accounts.AsNoTracking().ToDictionaryAsync(row => row.UserName!);
        Assert.All(DemoUsers.Featured, user => Assert.Equal([user.Role], accounts[user.UserName].Roles));
        Assert.Equal(Enum.GetValues<Role>().Order(), DemoUsers.Featured.Select(user => user.Role).Distinct().Order());
        Assert.Equal("33", accounts["admin@zhejiang.demo"].Province);
    }
}
