using IpMarketplace.Licensing;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.OpenLicensing;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Organizations;
using IpMarketplace.Patents;
using IpMarketplace.Persistence;
using IpMarketplace.Testing;
using IpMarketplace.Tests.OpenLicensing;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Tests.Licensing;

public sealed class StoringLicencesTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Terms_payments_and_licence_come_back_as_they_were_saved()
    {
        await using var db = _database.Context();
        var (openLicence, patent, enterprise) = await AnnouncedAsync(db, Offers.Fee(FeeStructure.EntryPlusRoyalty, 30_000.05m, percent: 3.25m, royaltyBase: RoyaltyBase.NetSales));
        var request = Send(enterprise, openLicence, patent);
        Assert.Null(request.ReportPayment(30_000.05m, Offers.Today, "凭证001", Offers.Now));
        Assert.Null(request.ConfirmPayment(patent, Offers.Now));
        db.Add(request);
        await db.SaveChangesAsync();
        db.Add(Licence.Open(request));
        await db.SaveChangesAsync();

        await using var read = _database.Context();
        var stored = await read.LicenceRequests.SingleAsync();
        var licence = await read.Licences.SingleAsync();

        Assert.Equal(openLicence.Declared.Fee, stored.Terms.Fee);
        Assert.Equal(request.Notice, stored.Notice);
        Assert.Equal([30_000.05m], stored.Payments.Select(payment => payment.Amount));
        Assert.Equal(openLicence.Declared.Fee, licence.Fee);
        Assert.Equal(patent.Id, Assert.Single(licence.Patents).PatentId);
        Assert.Equal(openLicence.Declared, (await read.OpenLicences.SingleAsync()).Declared);
        Assert.Equal(
            ["DRAFT", "SEND_NOTICE", "RECEIVE_NOTICE", "ASK_FOR_PAYMENT", "REPORT_PAYMENT", "CONFIRM_PAYMENT"],
            await read.History.Where(step => step.AggregateType == nameof(LicenceRequest)).OrderBy(step => step.Id).Select(step => step.Action).ToListAsync());
    }

    [Fact]
    public async Task A_patent_has_one_listing_per_mode_that_is_not_closed_INV_20()
    {
        await using var db = _database.Context();
        var (_, patent, _) = await AnnouncedAsync(db, FeeTerms.Free);
        var closed = Offers.PublishedListing(patent);
        Assert.Null(closed.Close("不再提供"));
        db.AddRange(closed, Offers.DraftListing(patent), Offers.DraftListing(patent, ListingMode.NegotiatedLicence));
        await db.SaveChangesAsync();

        db.Add(Offers.DraftListing(patent));

        await AssertUniqueAsync(db);
        await using var read = _database.Context();
        Assert.Equal(Offers.Content.ApplicationFields, (await read.Listings.FirstAsync()).Content.ApplicationFields);
    }

    [Fact]
    public async Task A_patent_has_one_standing_declaration_INV_30()
    {
        await using var db = _database.Context();
        var (_, patent, _) = await AnnouncedAsync(db, FeeTerms.Free);
        db.Add(Offers.DraftDeclaration(patent));
        await db.SaveChangesAsync();

        db.Add(Offers.DeclarationIn(OpenLicenceState.Ready, patent));

        await AssertUniqueAsync(db);
    }

    [Fact]
    public async Task A_licensee_has_one_open_request_per_declaration_GI_12()
    {
        await using var db = _database.Context();
        var (openLicence, patent, enterprise) = await AnnouncedAsync(db, Offers.LumpSum(100m));
        var cancelled = Send(enterprise, openLicence, patent, 1);
        Assert.Null(cancelled.Cancel(null));
        db.AddRange(cancelled, Send(enterprise, openLicence, patent, 2));
        await db.SaveChangesAsync();

        db.Add(Send(enterprise, openLicence, patent, 3));

        await AssertUniqueAsync(db);
    }

    private static LicenceRequest Send(Organization enterprise, OpenLicence openLicence, Patent patent, int sequence = 1)
    {
        var licensee = new Licensee(enterprise.Id, null, enterprise.Name, enterprise.CreditCode!.Value);
        Assert.Null(LicenceRequest.Send(licensee, openLicence, patent, "西湖理工大学", null, sequence, Offers.Now, out var request));
        return request;
    }

    private static async Task AssertUniqueAsync(MarketplaceDbContext db)
    {
        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        Assert.True(db.IsUniqueViolation((System.Data.Common.DbException)failure.InnerException!));
    }

    private static async Task<(OpenLicence, Patent, Organization)> AnnouncedAsync(MarketplaceDbContext db, FeeTerms fee)
    {
        Assert.Null(Organization.Record(new("西湖理工大学", OrganizationKind.University, RegionCode: "330100"), out var university));
        Assert.True(UnifiedSocialCreditCode.TryParse("91330100MA0000001F", out var code, out _));
        Assert.Null(Organization.Record(new("杭州示范电池有限公司", OrganizationKind.Enterprise, CreditCode: code, RegionCode: "330100"), out var enterprise));
        db.AddRange(university, enterprise);
        await db.SaveChangesAsync();
        var patent = Offers.APatentOf(university);
        db.Add(patent);
        await db.SaveChangesAsync();
        var openLicence = Offers.DeclarationIn(OpenLicenceState.Announced, patent, Offers.Declared(fee));
        db.Add(openLicence);
        await db.SaveChangesAsync();
        return (openLicence, patent, enterprise);
    }
}
