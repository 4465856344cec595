using IpMarketplace.Licensing;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.Licensing.Reactions;
using IpMarketplace.OpenLicensing;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Patents;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Tests.Following;
using IpMarketplace.Tests.OpenLicensing;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Tests.Licensing;

/// <summary>What happens to requests and licences by itself when a patent changes or a day passes.</summary>
public sealed class ReviewingLicencesTests
{
    private static readonly LicensingRules Rules = new();

    [Fact]
    public async Task The_deadline_ends_an_unpaid_request()
    {
        await using var market = await AMarket.OpenAsync(Offers.LumpSum(100m));
        await market.SendNoticeAsync();

        market.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await SweepAsync(market));
        market.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await SweepAsync(market));

        await using var db = market.Context();
        Assert.Equal(LicenceRequestState.ExpiredUnpaid, (await db.LicenceRequests.SingleAsync()).State);
        Assert.Equal(0, await db.Licences.CountAsync());
    }

    [Fact]
    public async Task Silence_after_a_voucher_makes_the_licence_effective_once()
    {
        await using var market = await AMarket.OpenAsync(Offers.LumpSum(100m));
        await market.SendNoticeAsync();
        await using (var db = market.Context())
        {
            Assert.Null((await db.LicenceRequests.SingleAsync()).ReportPayment(100m, market.Today, "凭证", market.Clock.Now));
            await db.SaveChangesAsync();
        }

        market.Clock.Advance(TimeSpan.FromDays(16));
        Assert.Equal(1, await SweepAsync(market));
        Assert.Equal(0, await SweepAsync(market));

        await using var read = market.Context();
        Assert.Equal(Offers.Now, (await read.Licences.SingleAsync()).EffectiveAt);
        Assert.Equal("The patentee was silent for 15 days.", (await read.History.SingleAsync(row => row.Action == "CONFIRM_PAYMENT")).Reason);
    }

    [Fact]
    public async Task The_invalidation_of_the_right_voids_requests_and_licences_OL_76()
    {
        foreach (var fee in new[] { Offers.LumpSum(100m), FeeTerms.Free })
        {
            await using var market = await AMarket.OpenAsync(fee);
            await market.SendNoticeAsync();

            await market.ChangePatentAsync(
                patent => Assert.Null(patent.RecordStatus(RightAction.Invalidate, Offers.Today, "无效决定", Offers.Today)));

            await using var db = market.Context();
            var request = await db.LicenceRequests.SingleAsync();
            Assert.Equal(fee == FeeTerms.Free ? LicenceRequestState.Effective : LicenceRequestState.Void, request.State);
            Assert.Equal(fee == FeeTerms.Free ? [LicenceState.Voided] : [], await db.Licences.Select(licence => licence.State).ToListAsync());
        }
    }

    [Fact]
    public async Task A_licence_ends_after_its_last_day_whatever_became_of_the_declaration_INV_33()
    {
        await using var market = await AMarket.OpenAsync(FeeTerms.Free);
        await market.SendNoticeAsync();
        await using (var db = market.Context())
        {
            var openLicence = await db.OpenLicences.SingleAsync();
            var patent = await db.Patents.SingleAsync();
            Assert.Null(Offers.Do(OpenLicenceAction.FileWithdrawal, openLicence, patent));
            Assert.Null(Offers.Do(OpenLicenceAction.RecordWithdrawal, openLicence, patent));
            await db.SaveChangesAsync();
        }
        Assert.Equal(0, await SweepAsync(market));

        market.Clock.Now = new(2030, 12, 31, 16, 0, 0, TimeSpan.Zero);
        Assert.Equal(1, await SweepAsync(market));

        await using var read = market.Context();
        Assert.Equal((LicenceState.Ended, new DateOnly(2030, 12, 31)), ((await read.Licences.SingleAsync()).State, (await read.Licences.SingleAsync()).EndedOn!.Value));
    }

    private static async Task<int> SweepAsync(AMarket market) =>
        await new ReviewRequestsAsTimePasses(Rules, market.Clock).RunAsync(market.Context) + await new ReviewLicencesAsTimePasses(Rules, market.Clock).RunAsync(market.Context);
}
