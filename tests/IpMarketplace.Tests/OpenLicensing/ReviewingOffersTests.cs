using IpMarketplace.OpenLicensing;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.OpenLicensing.Reactions;
using IpMarketplace.Patents;
using IpMarketplace.Tests.Following;
using IpMarketplace.Tests.Licensing;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Tests.OpenLicensing;

/// <summary>What happens to offers by itself when a patent changes or a day passes.</summary>
public sealed class ReviewingOffersTests : IAsyncLifetime
{
    private AMarket _market = null!;

    public async Task InitializeAsync() => _market = await AMarket.OpenAsync();

    public async Task DisposeAsync() => await _market.DisposeAsync();

    [Fact]
    public async Task A_bar_hides_the_listing_and_stops_requests_once_OL_47()
    {
        await _market.ChangePatentAsync(patent => patent.Burden(EncumbranceKind.Preservation));

        await using var db = _market.Context();
        var openLicence = await db.OpenLicences.SingleAsync();
        Assert.Equal((OpenLicenceState.Announced, false), (openLicence.State, openLicence.Accepting));
        Assert.Equal(ListingState.Suspended, (await db.Listings.SingleAsync()).State);
        var step = await db.History.SingleAsync(row => row.Action == "STOP_ACCEPTING");
        Assert.Equal((null, null, "OL-22: a court's preservation order stands."), (step.ActorId, step.RequestId, step.Reason));
    }

    [Fact]
    public async Task A_bar_that_ends_by_its_date_lets_requests_in_again_OL_26()
    {
        await _market.ChangePatentAsync(patent => patent.Burden(EncumbranceKind.OwnershipDispute, until: Offers.Today.AddDays(5)));
        Assert.Equal((false, ListingState.Suspended), await OfferAsync());

        _market.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Equal(0, await SweepAsync());
        _market.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, await SweepAsync());
        Assert.Equal((true, ListingState.Published), await OfferAsync());
        Assert.Equal(0, await SweepAsync());
    }

    [Fact]
    public async Task The_end_of_the_right_closes_the_listing_and_lapses_the_declaration_INV_01()
    {
        await _market.ChangePatentAsync(
            patent => Assert.Null(patent.RecordStatus(RightAction.Surrender, Offers.Today, "放弃公告", Offers.Today)));

        await using var db = _market.Context();
        Assert.Equal(OpenLicenceState.Lapsed, (await db.OpenLicences.SingleAsync()).State);
        Assert.Equal(ListingState.Closed, (await db.Listings.SingleAsync()).State);
    }

    [Fact]
    public async Task The_end_of_the_declared_period_lapses_the_declaration()
    {
        _market.Clock.Now = new(2030, 12, 31, 15, 59, 59, TimeSpan.Zero);
        Assert.Equal(0, await SweepAsync());
        _market.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await SweepAsync());

        await using var db = _market.Context();
        Assert.Equal((OpenLicenceState.Lapsed, new DateOnly(2031, 1, 1)), ((await db.OpenLicences.SingleAsync()).State, (await db.OpenLicences.SingleAsync()).LapsedOn!.Value));
    }

    [Fact]
    public async Task An_offer_that_is_wrong_for_whatever_reason_is_found_by_looking_at_every_live_offer_now_and_then()
    {
        await _market.ChangePatentAsync(patent => patent.Burden(EncumbranceKind.Preservation));
        await using (var db = _market.Context())
        {
            await db.OpenLicences.ExecuteUpdateAsync(set => set.SetProperty(row => row.Accepting, true));
            await db.Listings.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ListingState.Published));
        }
        Assert.Equal(0, await SweepAsync());

        Assert.Equal(2, await new RecheckLiveOffers(_market.Clock).RunAsync(_market.Context));

        Assert.Equal((false, ListingState.Suspended), await OfferAsync());
    }

    private Task<int> SweepAsync() => new ReviewOffersAsTimePasses(_market.Clock).RunAsync(_market.Context);

    private async Task<(bool, ListingState)> OfferAsync()
    {
        await using var db = _market.Context();
        return ((await db.OpenLicences.SingleAsync()).Accepting, (await db.Listings.SingleAsync()).State);
    }
}
