using IpMarketplace.Api.Tests.Licensing;
using IpMarketplace.Testing;
using static IpMarketplace.Api.Tests.Licensing.OpenPathMarket;

namespace IpMarketplace.Api.Tests.Catalogue;

public sealed class OfferSubscriptionTests(OpenPathMarket market) : IClassFixture<OpenPathMarket>
{
    [Fact]
    public async Task Everyone_hears_of_a_patent_when_it_is_listed_and_when_its_open_licence_is_announced()
    {
        var patentId = await market.APatentAsync();
        using var everything = await Listener.StartAsync(market.Server, "catalogue/patentOffered.graphql");
        using var announcedOnly = await Listener.StartAsync(market.Server, "catalogue/patentOffered.graphql", new { kinds = new[] { "OPEN_ANNOUNCED" } });

        await market.DoAsync("openLicensing/approveListing", new { listingId = await market.SubmittedListingAsync(patentId) }, Approver);
        Assert.Equal((patentId, """["OPEN_INTENDED"]""", "False"), Seen(await everything.NextAsync()));

        await market.DeclarationAsync(patentId);
        Assert.Equal((patentId, """["OPEN_ANNOUNCED"]""", "True"), Seen(await everything.NextAsync()));
        Assert.Equal((patentId, """["OPEN_ANNOUNCED"]""", "True"), Seen(await announcedOnly.NextAsync()));
    }

    private static (string Patent, string Kinds, string Accepting) Seen(Answer answer) => (
        answer.Succeeded().Text("patentOffered.id"), answer["patentOffered.offer.kinds"].GetRawText(), answer.Text("patentOffered.offer.accepting"));
}
