using IpMarketplace.Catalogue;
using IpMarketplace.Catalogue.Reactions;
using IpMarketplace.Following;
using IpMarketplace.Following.Sweeps;
using IpMarketplace.Kernel.Time;
using IpMarketplace.OpenLicensing;
using IpMarketplace.Patents;
using IpMarketplace.Persistence;
using IpMarketplace.Testing;
using IpMarketplace.Tests.OpenLicensing;
using IpMarketplace.Tests.Patents;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Tests.Catalogue;

/// <summary>What the calendar alone brings is shown when the legal day turns in China, without any change and without a sweep.</summary>
public sealed class CatalogueCalendarTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private MarketplaceDbContext _db = null!;

    private PatentCatalogue Catalogue => _database.Services.GetRequiredService<PatentCatalogue>();

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(services => services.AddSingleton(new SweepSettings { Interval = TimeSpan.FromDays(1) }));
        _db = _database.Context();
    }

    public async Task DisposeAsync()
    {
        await _db.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task An_application_becomes_public_eighteen_months_after_its_filing_PL_34()
    {
        var application = await SaveAsync(Application(filedOn: new(2024, 9, 5)));
        await _database.StartBackgroundWorkAsync();
        Assert.Null(Catalogue.Find(application.Id));

        await TurnAsync(new(2026, 3, 4));
        Assert.Null(Catalogue.Find(application.Id));

        await TurnAsync(new(2026, 3, 5));
        Assert.NotNull(Catalogue.Find(application.Id));
        Assert.Equal([application.Id], Catalogue.SearchFor("锂离子电池").Ids());
        await AgreesAsync();
    }

    [Fact]
    public async Task A_declaration_accepts_nothing_after_its_period()
    {
        var patent = await OfferedAsync(until: new(2026, 3, 3));
        await _database.StartBackgroundWorkAsync();
        Assert.True(Catalogue.Find(patent.Id)!.Offer!.IsAccepting);

        await TurnAsync(new(2026, 3, 3));
        Assert.True(Catalogue.Find(patent.Id)!.Offer!.IsAccepting);

        await TurnAsync(new(2026, 3, 4));
        Assert.False(Catalogue.Find(patent.Id)!.Offer!.IsAccepting);
        Assert.Empty(Catalogue.SearchFor(null, CatalogueFilter.None with { Accepting = true }).Hits);
        await AgreesAsync();
    }

    [Fact]
    public async Task A_right_whose_term_is_over_is_expired_and_offered_no_more_INV_01()
    {
        var patent = await OfferedAsync(until: new(2030, 12, 31));
        await _database.StartBackgroundWorkAsync();
        var last = Catalogue.Find(patent.Id)!.ExpiryDate!.Value;

        await TurnAsync(last);
        Assert.Equal(RightStatus.InForce, Catalogue.Find(patent.Id)!.Status);

        await TurnAsync(last.AddDays(1));
        var row = Catalogue.Find(patent.Id)!;
        Assert.Equal((RightStatus.Expired, null), (row.Status, row.Offer));
        await AgreesAsync();
    }

    [Fact]
    public async Task A_hidden_application_is_shown_again_when_its_flag_ends()
    {
        var patent = Offers.APatentOf(await SaveAsync(Offers.University(id: 0)));
        patent.Burden(EncumbranceKind.AbnormalFlag, until: new(2026, 3, 9));
        await SaveAsync(patent);
        await _database.StartBackgroundWorkAsync();
        Assert.Null(Catalogue.Find(patent.Id));

        await TurnAsync(new(2026, 3, 10));
        Assert.NotNull(Catalogue.Find(patent.Id));
        await AgreesAsync();
    }

    [Theory]
    [InlineData(RightStatus.InForce)]
    [InlineData(RightStatus.FeeOverdue)]
    public void The_calendar_makes_of_a_status_what_the_patent_itself_will_record(RightStatus recorded)
    {
        var patent = APatent.InForce();
        Assert.Null(patent.ConfirmStatus(APatent.Today, "register", APatent.Today, new DateOnly(2027, 8, 31)));
        if (recorded == RightStatus.FeeOverdue)
        {
            patent.FollowCalendar(new(2027, 9, 1));
        }
        for (var day = new DateOnly(2027, 8, 1); day < new DateOnly(2028, 4, 1); day = day.AddDays(1))
        {
            var expected = RightByCalendar.StatusOn(recorded, patent.ExpiryDate, patent.AnnualFeeDueOn, day);
            patent.FollowCalendar(day);
            Assert.Equal(patent.Status, expected);
        }
        Assert.Equal(RightStatus.Terminated, patent.Status);
    }

    private static Patent Application(DateOnly filedOn)
    {
        var digits = $"{filedOn.Year}10123456";
        Assert.Null(Patent.Record(APatent.Details(APatent.Parse($"{digits}.{PatentNumber.CheckDigit(digits)}")) with { FilingDate = filedOn }, APatent.Today, out var application));
        return application;
    }

    private async Task<Patent> OfferedAsync(DateOnly until)
    {
        var patent = await SaveAsync(Offers.APatentOf(await SaveAsync(Offers.University(id: 0))));
        await SaveAsync(Offers.PublishedListing(patent));
        await SaveAsync(Offers.DeclarationIn(OpenLicenceState.Announced, patent, Offers.Declared(until: until)));
        return patent;
    }

    private async Task<T> SaveAsync<T>(T aggregate) where T : class
    {
        _db.Add(aggregate);
        await _db.SaveChangesAsync();
        return aggregate;
    }

    /// <summary>Moves the clock to the first moment of a day in China and waits until the catalogue is of that day.</summary>
    private async Task TurnAsync(DateOnly day)
    {
        _database.Clock.Now = ChinaTime.StartOf(day);
        var follower = _database.Services.GetServices<IChangeFeedConsumer>().OfType<CatalogueFollower>().Single();
        for (var patience = 0; follower.Day != day && patience < 1_200; patience++)
        {
            await Task.Delay(50);
        }
        Assert.Equal(day, follower.Day);
    }

    private async Task AgreesAsync() => Assert.Empty(await _database.Services.GetRequiredService<CatalogueAgreement>().VerifyAgainstDatabaseAsync(CancellationToken.None));
}
