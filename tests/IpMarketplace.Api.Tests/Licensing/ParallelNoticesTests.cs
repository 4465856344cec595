using IpMarketplace.Testing;
using static IpMarketplace.Api.Tests.Licensing.OpenPathMarket;

namespace IpMarketplace.Api.Tests.Licensing;

/// <summary>GI-12: whatever happens at the same moment, only what is lawful one after the other comes of it.</summary>
public sealed class ParallelNoticesTests(OpenPathMarket market) : IClassFixture<OpenPathMarket>
{
    [Fact]
    public async Task Thirty_two_enterprises_all_take_the_licence()
    {
        var openLicenceId = await market.DeclarationAsync(await market.APatentAsync(), fee: new { structure = "FREE" });

        var answers = await AtOnceAsync(i => market.AskAsync("licensing/sendLicenceNotice", new { openLicenceId }, SignatoryOf(i)));

        var numbers = answers.Select(answer => answer.Succeeded().Text("sendLicenceNotice.licenceRequest.licence.number")).ToHashSet();
        Assert.Equal(Enterprises, numbers.Count);
        Assert.Equal(Enterprises, await CountAsync(openLicenceId));
    }

    [Theory]
    [InlineData("FREE", "LicensedAlready")]
    [InlineData("LUMP_SUM", "RequestUnderWay")]
    public async Task Thirty_two_notices_of_one_enterprise_are_one(string structure, string refusal)
    {
        object fee = structure == "FREE" ? new { structure } : new { structure, fixedAmount = 100 };
        var openLicenceId = await market.DeclarationAsync(await market.APatentAsync(), fee: fee);

        var answers = await AtOnceAsync(_ => market.AskAsync("licensing/sendLicenceNotice", new { openLicenceId }, Signatory));

        var refused = answers.Where(answer => answer.Text("sendLicenceNotice.licenceRequest") == "").ToList();
        Assert.Equal(Enterprises - 1, refused.Count);
        Assert.All(refused, answer => answer.Refused("sendLicenceNotice", refusal));
        Assert.Equal(1, await CountAsync(openLicenceId));
    }

    [Fact]
    public async Task Of_two_approvals_of_one_listing_one_stands()
    {
        var listingId = await market.SubmittedListingAsync(await market.APatentAsync());

        var answers = await Task.WhenAll(new[] { Approver, SecondApprover }.Select(user => market.AskAsync("openLicensing/approveListing", new { listingId }, user)));

        var published = Assert.Single(answers, answer => answer.Text("approveListing.listing") != "");
        Assert.Equal("PUBLISHED", published.Text("approveListing.listing.state"));
        answers.Single(answer => answer != published).Refused("approveListing", "NotAllowedInState");
    }

    private static async Task<Answer[]> AtOnceAsync(Func<int, Task<Answer>> ask) => await Task.WhenAll(Enumerable.Range(0, Enterprises).Select(ask));

    private async Task<int> CountAsync(string openLicenceId)
    {
        var seen = (await market.Server.QueryAsync("licensing/licenceRequests.graphql", new { filter = new { openLicenceId }, first = 100 }, Officer)).Succeeded();
        return seen["licenceRequests.totalCount"].GetInt32();
    }
}
