using System.Text.Json;
using IpMarketplace.Api.Tests.Licensing;
using static IpMarketplace.Api.Tests.Licensing.OpenPathMarket;

namespace IpMarketplace.Api.Tests.OpenLicensing;

/// <summary>The steps beside the straight way: revised, returned, hidden, corrected, refused, withdrawn.</summary>
public sealed class SideStepsTests(OpenPathMarket market) : IClassFixture<OpenPathMarket>
{
    [Fact]
    public async Task A_listing_is_returned_revised_published_hidden_shown_and_closed()
    {
        var listingId = await market.SubmittedListingAsync(await market.APatentAsync());

        await market.RefusedAsync("InputInvalid", "openLicensing/returnListing", new { listingId, reason = " " }, Approver);
        var returned = await market.DoAsync("openLicensing/returnListing", new { listingId, reason = "请补充应用领域" }, Approver);
        Assert.Equal(("REJECTED", "请补充应用领域"), (returned.Text("state"), returned.Text("returnReason")));
        Assert.Equal("新标题", (await market.DoAsync("openLicensing/reviseListing", new { listingId, content = Content("新标题") }, Officer)).Text("title"));
        await market.DoAsync("openLicensing/submitListing", new { listingId }, Officer);
        await market.DoAsync("openLicensing/approveListing", new { listingId }, Approver);
        await market.DoAsync("openLicensing/suspendListing", new { listingId, reason = "内部核查" }, Officer);
        Assert.Equal("PUBLISHED", (await market.DoAsync("openLicensing/resumeListing", new { listingId }, Officer)).Text("state"));
        Assert.Equal("CLOSED", (await market.DoAsync("openLicensing/closeListing", new { listingId, reason = "不再提供" }, Officer)).Text("state"));
        await market.RefusedAsync("NotAllowedInState", "openLicensing/reviseListing", new { listingId, content = Content() }, Officer);
    }

    [Fact]
    public async Task What_an_administration_hid_only_an_administration_shows()
    {
        var listingId = await market.SubmittedListingAsync(await market.APatentAsync());
        await market.DoAsync("openLicensing/approveListing", new { listingId }, Approver);

        Assert.Equal("ADMINISTRATOR", (await market.DoAsync("openLicensing/moderateListing", new { listingId, reason = "权属质疑" }, Administrator)).Text("suspendedBy"));
        await market.RefusedAsync("SuspendedByAnother", "openLicensing/resumeListing", new { listingId }, Officer);
        Assert.Equal("PUBLISHED", (await market.DoAsync("openLicensing/liftModeration", new { listingId }, Administrator)).Text("state"));
    }

    [Fact]
    public async Task A_text_longer_than_its_column_is_refused_by_its_path_and_nothing_is_written()
    {
        var (listingId, openLicenceId) = (await market.SubmittedListingAsync(await market.APatentAsync()), await market.DeclarationAsync(await market.APatentAsync(), "INTERNAL_REVIEW"));
        await market.DoAsync("openLicensing/returnOpenLicence", new { openLicenceId, reason = "价格依据不足" }, Approver);
        var declaration = new { fee = new { structure = "FREE" }, periodEnd = "2030-01-01", feeStatement = new string('费', 8_001), otherMatters = new string('他', 8_001) };

        var reason = await market.RefusedAsync("InputInvalid", "openLicensing/returnListing", new { listingId, reason = new string('因', 1_001) }, Approver);
        var declared = await market.RefusedAsync("InputInvalid", "openLicensing/reviseOpenLicence", new { openLicenceId, declaration }, Officer);

        Assert.Equal("reason: It has at most 1000 characters, not 1001.", reason.Text("message"));
        Assert.Equal(
            "declaration.feeStatement: It has at most 8000 characters, not 8001. declaration.otherMatters: It has at most 8000 characters, not 8001.", declared.Text("message"));
        await market.DoAsync("openLicensing/returnListing", new { listingId, reason = new string('因', 1_000) }, Approver);
    }

    [Fact]
    public async Task Why_a_listing_is_hidden_its_organization_reads_and_nobody_else()
    {
        const string Reason = "query($id: ID!) { node(id: $id) { ... on Listing { suspensionReason } } }";
        var listingId = await market.SubmittedListingAsync(await market.APatentAsync());
        await market.DoAsync("openLicensing/approveListing", new { listingId }, Approver);
        await market.DoAsync("openLicensing/suspendListing", new { listingId, reason = "内部核查" }, Officer);

        Assert.Equal("内部核查", (await market.Server.QueryAsync(Reason, new { id = listingId }, Approver)).Text("node.suspensionReason"));
        Assert.Equal("", (await market.Server.QueryAsync(Reason, new { id = listingId }, Administrator)).Text("node.suspensionReason"));
        await market.DoAsync("openLicensing/resumeListing", new { listingId }, Officer);
        Assert.Equal("", (await market.Server.QueryAsync(Reason, new { id = listingId }, ForeignOfficer)).Text("node.suspensionReason"));
        Assert.Equal("", (await market.Server.QueryAsync(Reason, new { id = listingId })).Text("node.suspensionReason"));
    }

    [Fact]
    public async Task An_announcement_hides_the_transfer_of_the_same_patent_INV_22()
    {
        var patentId = await market.APatentAsync();
        var transfer = await market.DoAsync("openLicensing/createListing", new { patentId, mode = "TRANSFER", content = Content() }, Officer);
        await market.DoAsync("openLicensing/submitListing", new { listingId = transfer.Text("id") }, Officer);
        await market.DoAsync("openLicensing/approveListing", new { listingId = transfer.Text("id") }, Approver);

        await market.DeclarationAsync(patentId);

        var seen = (await market.Server.QueryAsync("openLicensing/listings.graphql", new { filter = new { patentId, states = new[] { "SUSPENDED" } } }, Officer)).Succeeded();
        Assert.Equal("TRANSFER", seen.Text("listings.nodes[0].mode"));
        var published = (await market.Server.QueryAsync("openLicensing/listings.graphql", new { filter = new { patentId } })).Succeeded();
        Assert.Equal("0", published.Text("listings.totalCount"));
    }

    [Fact]
    public async Task A_declaration_is_returned_corrected_and_refused()
    {
        var openLicenceId = await market.DeclarationAsync(await market.APatentAsync(), "INTERNAL_REVIEW");

        Assert.Equal("DRAFT", (await market.DoAsync("openLicensing/returnOpenLicence", new { openLicenceId, reason = "价格依据不足" }, Approver)).Text("state"));
        var revised = await market.DoAsync("openLicensing/reviseOpenLicence", new { openLicenceId, declaration = Declared(new { structure = "ROYALTY", royaltyPercent = 3.5, royaltyBase = "NET_SALES" }) }, Officer);
        Assert.Equal(0m, revised.GetProperty("declared").GetProperty("fee").GetProperty("firstPaymentDue").GetDecimal());
        await market.DoAsync("openLicensing/submitOpenLicence", new { openLicenceId }, Officer);
        await market.DoAsync("openLicensing/approveOpenLicence", new { openLicenceId }, Approver);
        var file = new { openLicenceId, filedOn = "2026-03-02", receiptNumber = "GZSL-2" };
        await market.DoAsync("openLicensing/fileOpenLicence", file, Officer);
        await market.DoAsync("openLicensing/recordOpenLicenceCorrection", new { openLicenceId, reason = "请补正", dueOn = "2026-04-02" }, Officer);
        Assert.Equal("FILED", (await market.DoAsync("openLicensing/fileOpenLicence", file, Officer)).Text("state"));
        Assert.Equal("REFUSED", (await market.DoAsync("openLicensing/recordOpenLicenceRefusal", new { openLicenceId, reason = "不符合规定" }, Officer)).Text("state"));
        await market.RefusedAsync("NotAllowedInState", "openLicensing/recordOpenLicenceAnnouncement", new { openLicenceId, announcedOn = "2026-03-02", gazetteNumber = "1" }, Officer);
    }

    [Fact]
    public async Task A_withdrawal_is_retracted_or_announced_and_ends_the_offer_OL_43()
    {
        var openLicenceId = await market.DeclarationAsync(await market.APatentAsync());
        var withdraw = new { openLicenceId, reason = "战略调整", filedOn = "2026-03-02" };

        await market.DoAsync("openLicensing/fileOpenLicenceWithdrawal", withdraw, Officer);
        Assert.Equal("ANNOUNCED", (await market.DoAsync("openLicensing/retractOpenLicenceWithdrawal", new { openLicenceId, reason = "继续开放" }, Officer)).Text("state"));
        await market.DoAsync("openLicensing/fileOpenLicenceWithdrawal", withdraw, Officer);
        var withdrawn = await market.DoAsync("openLicensing/recordOpenLicenceWithdrawal", new { openLicenceId, announcedOn = "2026-03-02", gazetteNumber = "42-10" }, Officer);
        Assert.Equal(("WITHDRAWN", "False"), (withdrawn.Text("state"), withdrawn.Text("accepting")));
        await market.RefusedAsync("OpenLicenceNotAccepting", "licensing/sendLicenceNotice", new { openLicenceId }, Signatory);
    }

    [Fact]
    public async Task An_answer_shows_what_follows_from_it_every_time_OL_47()
    {
        var patentId = await market.APatentAsync();
        await market.DeclarationAsync(patentId);
        for (var time = 1; time <= 25; time++)
        {
            var input = new { patentId, reason = "权属核查", evidence = $"决定 {time}", from = "2026-03-02", until = "2026-03-31" };
            var barred = (await market.Server.QueryAsync(Hinder, new { input }, Administrator)).Succeeded();
            Assert.Equal((time, "False"), (time, barred.Text("recordHindrance.patent.openLicence.accepting")));
            var encumbranceId = (await EncumbrancesAsync(patentId))[^1].Text("id");
            var lifted = (await market.Server.QueryAsync(Lift, new { input = new { patentId, encumbranceId, on = "2026-03-02", evidence = $"解除 {time}" } }, Administrator)).Succeeded();
            Assert.Equal((time, "True"), (time, lifted.Text("liftEncumbrance.patent.openLicence.accepting")));
        }
    }

    [Fact]
    public async Task Without_states_an_organization_sees_all_of_its_own_and_others_what_stands()
    {
        var patentId = await market.APatentAsync();
        await market.DoAsync("openLicensing/createListing", new { patentId, mode = "OPEN_LICENCE", content = Content() }, Officer);
        var openLicenceId = await market.DeclarationAsync(patentId);
        await market.DoAsync("openLicensing/fileOpenLicenceWithdrawal", new { openLicenceId, reason = "战略调整", filedOn = "2026-03-02" }, Officer);
        await market.DoAsync("openLicensing/recordOpenLicenceWithdrawal", new { openLicenceId, announcedOn = "2026-03-02", gazetteNumber = "42-10" }, Officer);
        await market.DeclarationAsync(patentId, "DRAFT");

        Assert.Equal(["DRAFT"], await StatesAsync("listings", patentId, Officer));
        Assert.Equal(["DRAFT", "WITHDRAWN"], await StatesAsync("openLicences", patentId, Officer));
        Assert.Equal(["WITHDRAWN"], await StatesAsync("openLicences", patentId, Administrator));
        foreach (var stranger in new[] { ForeignOfficer, Signatory, null })
        {
            Assert.Empty(await StatesAsync("listings", patentId, stranger));
            Assert.Empty(await StatesAsync("openLicences", patentId, stranger));
        }
        Assert.Equal(["WITHDRAWN"], await StatesAsync("openLicences", patentId, null, "WITHDRAWN", "DRAFT"));
    }

    private const string Hinder =
        "mutation($input: RecordHindranceInput!) { recordHindrance(input: $input) { patent { openLicence { accepting } } errors { __typename ... on Error { message } } } }";

    private const string Lift =
        "mutation($input: LiftEncumbranceInput!) { liftEncumbrance(input: $input) { patent { openLicence { accepting } } errors { __typename ... on Error { message } } } }";

    private async Task<IReadOnlyList<JsonElement>> EncumbrancesAsync(string id) =>
        [.. (await market.Server.QueryAsync("query($id: ID!) { node(id: $id) { ... on Patent { encumbrances { id } } } }", new { id }, Administrator))["node.encumbrances"].EnumerateArray()];

    private async Task<IEnumerable<string>> StatesAsync(string field, string patentId, string? user, params string[] states) =>
        (await market.Server.QueryAsync(
            $"query($filter: {(field == "listings" ? "ListingFilterInput" : "OpenLicenceFilterInput")}) {{ {field}(filter: $filter) {{ nodes {{ state }} }} }}",
            new { filter = new { patentId, states = states.Length == 0 ? null : states } },
            user)).Succeeded()[$"{field}.nodes"].EnumerateArray().Select(node => node.Text("state"));

    [Fact]
    public async Task A_co_owner_that_is_not_registered_consents_on_paper_OL_07()
    {
        var openLicenceId = await market.DeclarationAsync(await market.APatentAsync(coOwner: "外部研究所"), "INTERNAL_REVIEW");

        var consented = await market.DoAsync("openLicensing/recordCoOwnerConsent", new { openLicenceId, owner = "外部研究所", document = "同意书" }, Officer);

        Assert.Equal("外部研究所", consented.GetProperty("consents")[0].Text("ownerName"));
        Assert.Equal("READY", (await market.DoAsync("openLicensing/approveOpenLicence", new { openLicenceId }, Approver)).Text("state"));
        var seen = await market.Server.QueryAsync("query($id: ID!) { node(id: $id) { ... on OpenLicence { consents { document } receiptNumber } } }", new { id = openLicenceId }, ForeignOfficer);
        Assert.Equal("", seen.Text("node"));
    }
}
