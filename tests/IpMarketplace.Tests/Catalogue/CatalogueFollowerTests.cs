using IpMarketplace.Catalogue;
using IpMarketplace.Catalogue.Reactions;
using IpMarketplace.Following;
using IpMarketplace.OpenLicensing;
using IpMarketplace.Organizations;
using IpMarketplace.Patents;
using IpMarketplace.Persistence;
using IpMarketplace.Testing;
using IpMarketplace.Tests.OpenLicensing;
using IpMarketplace.Tests.Patents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Tests.Catalogue;

public sealed class CatalogueFollowerTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private MarketplaceDbContext _db = null!;
    private long _read;

    private PatentCatalogue Catalogue => _database.Services.GetRequiredService<PatentCatalogue>();

    private IInMemoryConsumer Follower => _database.Services.GetServices<IChangeFeedConsumer>().OfType<IInMemoryConsumer>().Single(consumer => consumer.Name == "catalogue");

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _db = _database.Context();
    }

    public async Task DisposeAsync()
    {
        await _db.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_rebuild_shows_what_the_following_showed()
    {
        var (patent, _) = await AnnouncedAsync();
        await FollowAsync();
        await AgreesAsync();
        var followed = Show(Catalogue.Find(patent.Id)!);

        Catalogue.Apply([], [patent.Id]);
        await Follower.RebuildAsync(default, CancellationToken.None);

        Assert.Equal(followed, Show(Catalogue.Find(patent.Id)!));
        Assert.Equal([patent.Id], Catalogue.SearchFor("锂离子电池").Ids());
    }

    [Fact]
    public async Task A_patent_is_found_before_anything_is_offered_on_it()
    {
        var patent = await SaveAsync(await PatentAsync());
        await FollowAsync();
        var row = Catalogue.Find(patent.Id)!;
        Assert.Null(row.Offer);
        Assert.Equal(("202010123456.2", "33", RightStatus.InForce), (row.Number, row.Institution?.Province, row.Status));
        Assert.Empty(Catalogue.SearchFor(null, CatalogueFilter.None with { OnOffer = true }).Hits);
    }

    [Fact]
    public async Task An_offer_appears_with_its_listing_and_changes_with_the_announcement_INV_21()
    {
        var patent = await SaveAsync(await PatentAsync());
        var listing = await SaveAsync(Offers.PublishedListing(patent));
        await FollowAsync();
        Assert.Equal([OfferKind.OpenIntended], Catalogue.Find(patent.Id)!.Offer!.Kinds);
        Assert.False(Catalogue.Find(patent.Id)!.Offer!.IsAccepting);

        var declaration = await SaveAsync(Offers.DeclarationIn(OpenLicenceState.Announced, patent));
        await FollowAsync();
        var offer = Catalogue.Find(patent.Id)!.Offer!;
        Assert.Equal([OfferKind.OpenAnnounced], offer.Kinds);
        Assert.Equal(
            (listing.Id, declaration.Id, 50_000m, FeeBand.UpToFiftyThousand, true, Offers.Today),
            (offer.ListingId, offer.OpenLicenceId!.Value, offer.Fee!.FixedAmount!.Value, offer.FeeBand, offer.IsAccepting, offer.AnnouncedOn!.Value));
        await AgreesAsync();
    }

    [Fact]
    public async Task A_draft_is_no_offer_and_a_suspended_listing_is_none_any_more()
    {
        var patent = await SaveAsync(await PatentAsync());
        await SaveAsync(Offers.DraftListing(patent, ListingMode.NegotiatedLicence));
        await FollowAsync();
        Assert.Null(Catalogue.Find(patent.Id)!.Offer);

        var listing = await SaveAsync(Offers.PublishedListing(patent));
        await FollowAsync();
        Assert.NotNull(Catalogue.Find(patent.Id)!.Offer);

        Assert.Null(listing.Suspend(Offers.Officer, "价格调整"));
        await _db.SaveChangesAsync();
        await FollowAsync();
        Assert.Null(Catalogue.Find(patent.Id)!.Offer);
        await AgreesAsync();
    }

    [Fact]
    public async Task A_published_listing_is_found_by_its_own_words()
    {
        var patent = await SaveAsync(await PatentAsync());
        await FollowAsync();
        Assert.Empty(Catalogue.SearchFor("硅碳").Hits);
        await SaveAsync(Offers.PublishedListing(patent));
        await FollowAsync();
        Assert.Equal([patent.Id], Catalogue.SearchFor("硅碳").Ids());
    }

    [Fact]
    public async Task An_ended_right_is_offered_no_more_INV_01()
    {
        var (patent, _) = await AnnouncedAsync();
        Assert.Null(patent.RecordStatus(RightAction.Invalidate, Offers.Today, "无效宣告 2026-03", Offers.Today));
        await _db.SaveChangesAsync();
        await FollowAsync();
        Assert.Null(Catalogue.Find(patent.Id)!.Offer);
        Assert.Equal(RightStatus.Invalidated, Catalogue.Find(patent.Id)!.Status);
    }

    [Fact]
    public async Task An_abnormal_application_is_hidden()
    {
        var patent = await SaveAsync(await PatentAsync());
        await FollowAsync();
        Assert.NotNull(Catalogue.Find(patent.Id));
        patent.Burden(EncumbranceKind.AbnormalFlag);
        await _db.SaveChangesAsync();
        await FollowAsync();
        Assert.Null(Catalogue.Find(patent.Id));
        await AgreesAsync();
    }

    [Fact]
    public async Task An_application_is_secret_until_it_is_published_PL_34()
    {
        var details = APatent.Details(APatent.Parse("202510123456.2".Replace(".2", "." + PatentNumber.CheckDigit("202510123456"), StringComparison.Ordinal)));
        Assert.Null(Patent.Record(details with { FilingDate = new(2025, 1, 10) }, APatent.Today, out var application));
        await SaveAsync(application);
        await FollowAsync();
        Assert.Null(Catalogue.Find(application.Id));

        Assert.Null(application.Update(details with { PublicationDate = new(2025, 12, 1) }, APatent.Today));
        await _db.SaveChangesAsync();
        await FollowAsync();
        Assert.NotNull(Catalogue.Find(application.Id));
    }

    [Fact]
    public async Task A_renamed_institution_is_renamed_on_all_its_patents()
    {
        var patent = await SaveAsync(await PatentAsync());
        await FollowAsync();
        var university = await _db.Set<Organization>().SingleAsync();
        Assert.Null(university.Update(university.Details() with { Name = "东湖理工大学", RegionCode = "420100" }));
        await _db.SaveChangesAsync();
        await FollowAsync();
        Assert.Equal("东湖理工大学", Catalogue.Find(patent.Id)!.Institution!.Name);
        Assert.Equal(1, Catalogue.SearchFor(null, CatalogueFilter.None.With(CatalogueFacet.Province, [CatalogueFacets.ProvinceValue("42")])).Total);
        await AgreesAsync();
    }

    [Fact]
    public async Task A_disagreement_is_named()
    {
        var patent = await SaveAsync(await PatentAsync());
        Assert.Equal(
            [$"Patent {patent.Id} is missing.", "The catalogue holds 0 patents, the database 1 public ones."],
            await _database.Services.GetRequiredService<CatalogueAgreement>().VerifyAgainstDatabaseAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_commit_is_visible_when_its_answer_leaves()
    {
        await _database.StartBackgroundWorkAsync();
        var patent = await SaveAsync(await PatentAsync());
        Assert.True(await _database.Services.GetRequiredService<ChangeFeedProgress>().CatchUpAsync(_db.LastChange, CancellationToken.None));
        Assert.NotNull(Catalogue.Find(patent.Id));
    }

    private async Task<(Patent Patent, OpenLicence OpenLicence)> AnnouncedAsync()
    {
        var patent = await SaveAsync(await PatentAsync());
        await SaveAsync(Offers.PublishedListing(patent));
        return (patent, await SaveAsync(Offers.DeclarationIn(OpenLicenceState.Announced, patent)));
    }

    private async Task<Patent> PatentAsync() => Offers.APatentOf(await SaveAsync(Offers.University(id: 0)));

    private async Task<T> SaveAsync<T>(T aggregate) where T : class
    {
        _db.Add(aggregate);
        await _db.SaveChangesAsync();
        return aggregate;
    }

    private async Task FollowAsync()
    {
        await using var db = _database.Context();
        var changes = await db.Changes.AsNoTracking().Where(change => change.Id > _read).OrderBy(change => change.Id).ToListAsync();
        await Follower.ConsumeAsync(changes, CancellationToken.None);
        _read = changes[^1].Id;
    }

    private async Task AgreesAsync() => Assert.Empty(await _database.Services.GetRequiredService<CatalogueAgreement>().VerifyAgainstDatabaseAsync(CancellationToken.None));

    private static string Show(CatalogueRow row) =>
        $"{row.Id} {row.Version} {row.Number} {row.Title} {row.TitleEn} {row.Kind} {row.Status} {row.FilingDate} {row.GrantDate} {row.ExpiryDate} {string.Join(',', row.IpcSymbols)} "
        + $"{row.Institution!.Name} {string.Join(',', row.Offer!.Kinds)} {row.Offer.ListingId} {row.Offer.OpenLicenceId} {row.Offer.Fee!.FixedAmount} {row.Offer.IsAccepting} {row.Offer.PublishedAt:u}";
}
