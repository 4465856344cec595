using IpMarketplace.Licensing;
using IpMarketplace.OpenLicensing;
using IpMarketplace.Organizations;
using IpMarketplace.Patents;
using IpMarketplace.Persistence;
using IpMarketplace.Testing;
using IpMarketplace.Tests.OpenLicensing;
using IpMarketplace.Tests.Patents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Tests.Statistics;

/// <summary>A database in which deals are made as the marketplace makes them.</summary>
internal sealed class Deals : IAsyncDisposable
{
    private static readonly string[] Numbers = ["201919000001.6", "201819000002.6", "201819000008.3", "201819000012.X", "201919000013.9", "201819000015.3"];

    private readonly TestDatabase _database;
    private int _patents;
    private int _notices;

    private Deals(TestDatabase database, MarketplaceDbContext db) => (_database, Db) = (database, db);

    public MarketplaceDbContext Db { get; }

    public Organization University { get; private set; } = null!;

    public IDbContextFactory<MarketplaceDbContext> Contexts => _database.Services.GetRequiredService<IDbContextFactory<MarketplaceDbContext>>();

    public TimeProvider Clock => _database.Clock;

    public static async Task<Deals> CreateAsync()
    {
        var database = await TestDatabase.CreateAsync();
        var deals = new Deals(database, database.Context());
        deals.University = await deals.OrganizationAsync("西湖理工大学", OrganizationKind.University, "330100");
        return deals;
    }

    public async Task<Organization> OrganizationAsync(string name, OrganizationKind kind, string region)
    {
        Assert.Null(Organization.Record(new(name, kind, RegionCode: region), out var organization));
        Db.Add(organization);
        await Db.SaveChangesAsync();
        return organization;
    }

    /// <summary>A patent of the university with an announced declaration.</summary>
    public async Task<(Patent Patent, OpenLicence OpenLicence)> AnnouncedAsync(FeeTerms? fee = null)
    {
        var patent = await PatentAsync();
        var openLicence = Offers.DeclarationIn(OpenLicenceState.Announced, patent, Offers.Declared(fee ?? FeeTerms.Free));
        Db.Add(openLicence);
        await Db.SaveChangesAsync();
        return (patent, openLicence);
    }

    public async Task<Patent> PatentAsync()
    {
        var patent = Offers.APatentOf(University, APatent.Parse(Numbers[_patents++]));
        Db.Add(patent);
        await Db.SaveChangesAsync();
        return patent;
    }

    /// <summary>A licence taken at a moment, paid where a payment is due.</summary>
    public async Task<Licence> LicenceAsync(Organization licensee, (Patent Patent, OpenLicence OpenLicence) offer, DateTimeOffset? at = null)
    {
        var now = at ?? Offers.Now;
        Assert.Null(LicenceRequest.Send(
            new Licensee(licensee.Id, null, licensee.Name, "12330100DEM000014E"), offer.OpenLicence, offer.Patent, University.Name, null, ++_notices, now, out var request));
        if (request.AmountDue > 0)
        {
            Assert.Null(request.ReportPayment(request.AmountDue, Offers.Today, "凭证", now));
            Assert.Null(request.ConfirmPayment(offer.Patent, now));
        }
        Db.Add(request);
        await Db.SaveChangesAsync();
        var licence = Licence.Open(request);
        Db.Add(licence);
        await Db.SaveChangesAsync();
        return licence;
    }

    /// <summary>Adds patents to a contract. The open path licenses one patent a contract; the table holds as many as were agreed.</summary>
    public async Task CoverAsync(Licence licence, params Patent[] patents)
    {
        foreach (var patent in patents)
        {
            await Db.Database.ExecuteSqlAsync($"INSERT INTO LicensedPatents (LicenceId, PatentId, PatentNumber) VALUES ({licence.Id}, {patent.Id}, {patent.Number!.Value})");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await _database.DisposeAsync();
    }
}
