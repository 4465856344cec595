using IpMarketplace.Kernel.Time;
using IpMarketplace.Licensing;
using IpMarketplace.OpenLicensing;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Organizations;
using IpMarketplace.Patents;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Testing;
using IpMarketplace.Tests.OpenLicensing;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Tests.Licensing;

/// <summary>A stored university, enterprise and patent with an announced declaration, to see what happens to them by itself.</summary>
internal sealed class AMarket(TestDatabase database) : IAsyncDisposable
{
    public long PatentId { get; private set; }

    public FakeClock Clock => database.Clock;

    public DateOnly Today => ChinaTime.DateIn(Clock.Now);

    public static async Task<AMarket> OpenAsync(FeeTerms? fee = null)
    {
        var market = new AMarket(await TestDatabase.CreateAsync());
        market.Clock.Now = Offers.Now;
        await using var db = market.Context();
        Assert.Null(Organization.Record(new("西湖理工大学", OrganizationKind.University, RegionCode: "330100"), out var university));
        Assert.True(UnifiedSocialCreditCode.TryParse(Requests.Enterprise.CreditCode, out var code, out _));
        Assert.Null(Organization.Record(new(Requests.Enterprise.Name, OrganizationKind.Enterprise, CreditCode: code, RegionCode: "330100"), out var enterprise));
        db.AddRange(university, enterprise);
        await db.SaveChangesAsync();
        var patent = Offers.APatentOf(university);
        db.Add(patent);
        await db.SaveChangesAsync();
        market.PatentId = patent.Id;
        db.Add(Offers.DeclarationIn(OpenLicenceState.Announced, patent, Offers.Declared(fee)));
        db.Add(Offers.PublishedListing(patent));
        await db.SaveChangesAsync();
        return market;
    }

    public MarketplaceDbContext Context() => database.Context();

    /// <summary>The enterprise sends its notice.</summary>
    public async Task<LicenceRequest> SendNoticeAsync()
    {
        await using var db = Context();
        var enterprise = await db.Set<Organization>().SingleAsync(row => row.Kind == OrganizationKind.Enterprise);
        var licensee = new Licensee(enterprise.Id, null, enterprise.Name, enterprise.CreditCode!.Value);
        Assert.Null(LicenceRequest.Send(licensee, await db.OpenLicences.SingleAsync(), await db.Patents.SingleAsync(), "西湖理工大学", null, 1, Clock.Now, out var request));
        db.Add(request);
        if (request.State == LicenceRequestState.Effective)
        {
            db.Add(Licence.Open(request));
        }
        await db.SaveChangesAsync();
        return request;
    }

    /// <summary>Something happens to the patent.</summary>
    public async Task ChangePatentAsync(Action<Patent> change)
    {
        await using var db = Context();
        change(await db.Patents.SingleAsync());
        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
