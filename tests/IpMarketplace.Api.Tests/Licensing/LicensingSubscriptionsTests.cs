using IpMarketplace.Licensing;
using IpMarketplace.Testing;
using Microsoft.EntityFrameworkCore;
using static IpMarketplace.Api.Tests.Licensing.OpenPathMarket;

namespace IpMarketplace.Api.Tests.Licensing;

public sealed class LicensingSubscriptionsTests(OpenPathMarket market) : IClassFixture<OpenPathMarket>
{
    [Fact]
    public async Task Both_parties_follow_a_request_to_its_licence_each_with_what_it_may_do()
    {
        var licenceRequestId = await ARequestAsync();
        using var licensee = await Listener.StartAsync(market.Server, "licensing/licenceRequestChanged.graphql", new { licenceRequestId }, Signatory);
        using var patentee = await Listener.StartAsync(market.Server, "licensing/licenceRequestChanged.graphql", new { licenceRequestId }, Officer);

        await market.DoAsync("licensing/reportPayment", new { licenceRequestId, amount = 50000, paidOn = "2026-03-02", voucher = "凭证" }, Signatory);
        Assert.Equal(("PAYMENT_REPORTED", "[]"), Seen(await licensee.NextAsync()));
        Assert.Equal(("PAYMENT_REPORTED", """["CONFIRM_PAYMENT","DISPUTE_PAYMENT"]"""), Seen(await patentee.NextAsync()));

        await market.DoAsync("licensing/confirmPayment", new { licenceRequestId }, Officer);
        var effective = await licensee.NextAsync();
        Assert.Equal(("EFFECTIVE", "[]"), Seen(effective));
        Assert.Equal("EFFECTIVE", effective.Text("licenceRequestChanged.licence.state"));
        Assert.Equal(("EFFECTIVE", "[]"), Seen(await patentee.NextAsync()));
    }

    [Fact]
    public async Task A_party_follows_a_licence()
    {
        var licenceRequestId = await ARequestAsync(fee: new { structure = "FREE" });
        var licenceId = (await market.Server.QueryAsync("licensing/licences.graphql", new { first = 1 }, Signatory)).Succeeded().Text("licences.nodes[0].id");
        using var licensee = await Listener.StartAsync(market.Server, "licensing/licenceChanged.graphql", new { licenceId }, Signatory);

        await market.DoAsync(
            "licensing/recordLicence",
            new { licenceId, recordalNumber = "X2026110000077", recordedOn = "2026-03-02", certificate = "证明", documents = "通知与凭证" },
            Signatory);

        var recorded = (await licensee.NextAsync()).Succeeded();
        Assert.Equal(("RECORDED", "X2026110000077"), (recorded.Text("licenceChanged.recordal"), recorded.Text("licenceChanged.recordalNumber")));
        Assert.NotEqual("", licenceRequestId);
    }

    [Theory]
    [InlineData(OtherSignatory)]
    [InlineData(ForeignOfficer)]
    public async Task Who_is_no_party_finds_nothing_to_listen_to(string user)
    {
        using var listener = await Listener.StartAsync(market.Server, "licensing/licenceRequestChanged.graphql", new { licenceRequestId = await ARequestAsync() }, user);

        Assert.Equal(
            "There is no LicenceRequest with this id, or it is not yours to see.",
            (await listener.NextAsync()).Faulted("NOT_FOUND").GetProperty("message").GetString());
    }

    [Fact]
    public async Task Who_has_not_signed_in_is_told_so()
    {
        using var listener = await Listener.StartAsync(market.Server, "licensing/licenceRequestChanged.graphql", new { licenceRequestId = await ARequestAsync() });

        (await listener.NextAsync()).Faulted("AUTH_NOT_AUTHENTICATED");
    }

    [Fact]
    public async Task Who_may_no_longer_see_it_hears_no_more()
    {
        var licenceRequestId = await ARequestAsync();
        using var licensee = await Listener.StartAsync(market.Server, "licensing/licenceRequestChanged.graphql", new { licenceRequestId }, Signatory);
        using var patentee = await Listener.StartAsync(market.Server, "licensing/licenceRequestChanged.graphql", new { licenceRequestId }, Officer);
        await using (var db = market.Server.Context())
        {
            var id = long.Parse(System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(licenceRequestId)).Split(':')[1], null);
            var another = await db.Set<IpMarketplace.Organizations.Organization>().Where(organization => organization.Name == "示范企业5").Select(organization => organization.Id).SingleAsync();
            await db.Set<LicenceRequest>().Where(request => request.Id == id).ExecuteUpdateAsync(set => set.SetProperty(request => request.LicenseeId, another));
        }

        await market.DoAsync("licensing/cancelLicenceNotice", new { licenceRequestId, reason = "不再需要" }, SignatoryOf(5));

        Assert.Equal("CANCELLED", (await patentee.NextAsync()).Text("licenceRequestChanged.state"));
        await licensee.ExpectAsync("complete");
    }

    private static (string State, string Actions) Seen(Answer answer) =>
        (answer.Succeeded().Text("licenceRequestChanged.state"), answer["licenceRequestChanged.allowedActions"].GetRawText());

    private async Task<string> ARequestAsync(object? fee = null)
    {
        var openLicenceId = await market.DeclarationAsync(await market.APatentAsync(), fee: fee);
        return (await market.DoAsync("licensing/sendLicenceNotice", new { openLicenceId }, Signatory)).Text("id");
    }
}
