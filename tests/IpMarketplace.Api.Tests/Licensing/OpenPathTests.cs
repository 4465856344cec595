using static IpMarketplace.Api.Tests.Licensing.OpenPathMarket;

namespace IpMarketplace.Api.Tests.Licensing;

/// <summary>From a draft to a recorded licence over HTTP, and each wrong way on it: a typed refusal, nothing written, nothing announced.</summary>
public sealed class OpenPathTests(OpenPathMarket market) : IClassFixture<OpenPathMarket>
{
    [Fact]
    public async Task A_university_declares_an_enterprise_pays_and_the_licence_is_recorded()
    {
        var patentId = await market.APatentAsync();
        var listingId = await market.SubmittedListingAsync(patentId);
        var published = await market.DoAsync("openLicensing/approveListing", new { listingId }, Approver);
        Assert.Equal(("PUBLISHED", "INTENDS_TO_DECLARE"), (published.Text("state"), published.Text("label")));
        var openLicenceId = await market.DeclarationAsync(patentId);
        var listed = (await market.Server.QueryAsync("openLicensing/listings.graphql", new { filter = new { patentId } })).Succeeded();
        Assert.Equal(("ANNOUNCED_BY_CNIPA", ""), (listed.Text("listings.nodes[0].label"), listed.Text("listings.nodes[0].contact")));

        var request = await market.DoAsync("licensing/sendLicenceNotice", new { openLicenceId }, Signatory);
        Assert.Equal(("AWAITING_PAYMENT", 50000m, "2026-04-01"), (request.Text("state"), request.GetProperty("amountDue").GetDecimal(), request.Text("paymentDueOn")));
        var licenceRequestId = request.Text("id");
        await market.DoAsync("licensing/reportPayment", new { licenceRequestId, amount = 50000, paidOn = "2026-03-02", voucher = "凭证1" }, Signatory);
        var disputed = await market.DoAsync("licensing/disputePayment", new { licenceRequestId, reason = "未到账" }, Officer);
        Assert.Equal(("AWAITING_PAYMENT", 0m), (disputed.Text("state"), disputed.GetProperty("amountPaid").GetDecimal()));
        await market.DoAsync("licensing/reportPayment", new { licenceRequestId, amount = 50000, paidOn = "2026-03-02", voucher = "凭证2" }, Signatory);
        var confirmed = await market.DoAsync("licensing/confirmPayment", new { licenceRequestId }, Officer);
        var licence = confirmed.GetProperty("licence");
        Assert.Equal(
            ("EFFECTIVE", "OPEN", "False", "NOT_FILED", "2026-06-02"),
            (confirmed.Text("state"), licence.Text("type"), licence.Text("maySublicense"), licence.Text("recordal"), licence.Text("recordalDueOn")));

        var recorded = await market.DoAsync(
            "licensing/recordLicence",
            new { licenceId = licence.Text("id"), recordalNumber = "X2026110000001", recordedOn = "2026-03-02", certificate = "证明", documents = "通知与凭证" },
            Signatory);
        Assert.Equal(("RECORDED", "X2026110000001"), (recorded.Text("recordal"), recorded.Text("recordalNumber")));
        foreach (var user in new[] { Officer, Signatory, Administrator })
        {
            var seen = (await market.Server.QueryAsync("licensing/licences.graphql", new { filter = new { patentId } }, user)).Succeeded();
            Assert.Equal(licence.Text("number"), seen.Text("licences.nodes[0].number"));
        }
    }

    [Fact]
    public async Task A_free_licence_takes_effect_with_the_notice_also_for_a_natural_person()
    {
        var openLicenceId = await market.DeclarationAsync(await market.APatentAsync(), fee: new { structure = "FREE" });

        var request = await market.DoAsync("licensing/sendLicenceNotice", new { openLicenceId }, Person);

        Assert.Equal(("EFFECTIVE", "EFFECTIVE"), (request.Text("state"), request.GetProperty("licence").Text("state")));
        Assert.Contains("自然人", request.GetProperty("notice").Text("text"), StringComparison.Ordinal);
        var others = (await market.Server.QueryAsync("licensing/licences.graphql", new { }, OtherSignatory)).Succeeded();
        Assert.DoesNotContain(request.Text("number"), others.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wrong_role_is_refused_at_every_step()
    {
        var patentId = await market.APatentAsync();
        var listingId = await market.SubmittedListingAsync(patentId);
        var openLicenceId = await market.DeclarationAsync(await market.APatentAsync());

        await market.FaultedAsync("AUTH_NOT_AUTHENTICATED", "openLicensing/createListing", new { patentId, mode = "TRANSFER", content = new { } }, null);
        foreach (var (operation, input, user) in new (string, object, string)[]
        {
            ("openLicensing/createListing", new { patentId, mode = "TRANSFER", content = new { } }, Approver),
            ("openLicensing/createListing", new { patentId, mode = "TRANSFER", content = new { } }, Administrator),
            ("openLicensing/approveListing", new { listingId }, Officer),
            ("openLicensing/draftOpenLicence", new { patentId, declaration = Declared() }, Signatory),
            ("openLicensing/approveOpenLicence", new { openLicenceId }, Officer),
            ("openLicensing/recordOpenLicenceAnnouncement", new { openLicenceId, announcedOn = "2026-03-02", gazetteNumber = "1" }, Administrator),
            ("licensing/sendLicenceNotice", new { openLicenceId }, Member),
            ("licensing/sendLicenceNotice", new { openLicenceId }, Officer),
            ("licensing/confirmPayment", new { licenceRequestId = GlobalId("LicenceRequest", 1) }, Signatory),
            ("licensing/recordLicence", new { licenceId = GlobalId("Licence", 1), recordalNumber = "1", recordedOn = "2026-03-02", certificate = "1" }, Administrator),
        })
        {
            await market.FaultedAsync("AUTH_NOT_AUTHORIZED", operation, input, user);
        }
    }

    [Fact]
    public async Task What_belongs_to_another_organization_reads_as_not_found_GI_07()
    {
        var patentId = await market.APatentAsync();
        var listingId = await market.SubmittedListingAsync(patentId);
        var openLicenceId = await market.DeclarationAsync(await market.APatentAsync());
        var licenceRequestId = (await market.DoAsync("licensing/sendLicenceNotice", new { openLicenceId }, Signatory)).Text("id");
        var draftId = await market.DeclarationAsync(patentId, "DRAFT");

        foreach (var (operation, input, user) in new (string, object, string)[]
        {
            ("openLicensing/createListing", new { patentId, mode = "TRANSFER", content = new { } }, ForeignOfficer),
            ("openLicensing/approveListing", new { listingId }, ForeignApprover),
            ("openLicensing/submitOpenLicence", new { openLicenceId = draftId }, ForeignOfficer),
            ("openLicensing/consentToOpenLicence", new { openLicenceId = draftId, document = "同意书" }, ForeignOfficer),
            ("openLicensing/fileOpenLicenceWithdrawal", new { openLicenceId, reason = "理由", filedOn = "2026-03-02" }, ForeignOfficer),
            ("licensing/sendLicenceNotice", new { openLicenceId = draftId }, OtherSignatory),
            ("licensing/reportPayment", new { licenceRequestId, amount = 50000, paidOn = "2026-03-02", voucher = "凭证" }, OtherSignatory),
            ("licensing/confirmPayment", new { licenceRequestId }, ForeignOfficer),
            ("licensing/recordExclusiveLicence", new { patentId, isSole = false, licensee = "甲", from = "2026-03-01", until = "2027-03-01", evidence = "合同" }, ForeignOfficer),
        })
        {
            await market.RefusedAsync("NotFound", operation, input, user);
        }
        var node = await market.Server.QueryAsync("query($id: ID!) { node(id: $id) { id } }", new { id = draftId }, ForeignOfficer);
        Assert.Equal("", node.Text("node"));
    }

    [Fact]
    public async Task Who_submitted_does_not_approve_GI_08()
    {
        var patentId = await market.APatentAsync();
        var listingId = await market.SubmittedListingAsync(patentId, Both);
        var drafted = await market.DoAsync("openLicensing/draftOpenLicence", new { patentId, declaration = Declared() }, Both);
        var openLicenceId = drafted.Text("id");
        await market.DoAsync("openLicensing/submitOpenLicence", new { openLicenceId }, Both);

        await market.RefusedAsync("ApproverMustDiffer", "openLicensing/approveListing", new { listingId }, Both);
        await market.RefusedAsync("ApproverMustDiffer", "openLicensing/returnListing", new { listingId, reason = "理由" }, Both);
        await market.RefusedAsync("ApproverMustDiffer", "openLicensing/approveOpenLicence", new { openLicenceId }, Both);
    }

    [Fact]
    public async Task A_bar_stops_every_step_and_new_notices_OL_20_to_OL_25_OL_47()
    {
        var announcedPatent = await market.APatentAsync();
        var announced = await market.DeclarationAsync(announcedPatent);
        var patentId = await market.APatentAsync();
        var filed = await market.DeclarationAsync(patentId, "FILED");
        foreach (var burdened in new[] { announcedPatent, patentId })
        {
            await BurdenAsync(burdened);
        }

        await market.RefusedAsync("OpenLicenceBarred", "openLicensing/recordOpenLicenceAnnouncement", new { openLicenceId = filed, announcedOn = "2026-03-02", gazetteNumber = "1" }, Officer);
        var refusal = await market.RefusedAsync("OpenLicenceNotAccepting", "licensing/sendLicenceNotice", new { openLicenceId = announced }, Signatory);
        Assert.Contains("OL-22", refusal.Text("message"), StringComparison.Ordinal);
        var seen = (await market.Server.QueryAsync("openLicensing/openLicences.graphql", new { filter = new { patentId = announcedPatent } })).Succeeded();
        Assert.Equal("False", seen.Text("openLicences.nodes[0].accepting"));
    }

    [Fact]
    public async Task The_law_s_conditions_hold_at_submission_and_filing()
    {
        var patentId = await market.APatentAsync();
        var over = (await market.DoAsync("openLicensing/draftOpenLicence", new { patentId, declaration = Declared(periodEnd: "2040-03-15") }, Officer)).Text("id");
        await market.RefusedAsync("PeriodExceedsPatent", "openLicensing/submitOpenLicence", new { openLicenceId = over }, Officer);
        await market.DoAsync("openLicensing/reviseOpenLicence", new { openLicenceId = over, declaration = Declared(new { structure = "LUMP_SUM", fixedAmount = 20000001 }) }, Officer);
        await market.RefusedAsync("FeeAboveUsual", "openLicensing/submitOpenLicence", new { openLicenceId = over }, Officer);

        await market.RefusedAsync(
            "InputInvalid", "openLicensing/draftOpenLicence", new { patentId, declaration = Declared(new { structure = "ROYALTY", fixedAmount = 1 }) }, Officer);
        await market.DeclarationAsync(patentId, "READY");
        var second = await market.DeclarationAsync(patentId, "INTERNAL_REVIEW");
        await market.RefusedAsync("AnotherDeclarationStands", "openLicensing/approveOpenLicence", new { openLicenceId = second }, Approver);
        var draft = await market.DeclarationAsync(await market.APatentAsync(), "DRAFT");
        await market.RefusedAsync("NotAllowedInState", "openLicensing/fileOpenLicence", new { openLicenceId = draft, filedOn = "2026-03-02", receiptNumber = "1" }, Officer);
    }

    [Fact]
    public async Task A_co_owner_consents_itself_OL_07()
    {
        var openLicenceId = await market.DeclarationAsync(await market.APatentAsync(isShared: true), "INTERNAL_REVIEW");

        await market.RefusedAsync("ConsentsMissing", "openLicensing/approveOpenLicence", new { openLicenceId }, Approver);
        await market.RefusedAsync("NotACoOwner", "openLicensing/consentToOpenLicence", new { openLicenceId, document = "同意书" }, Officer);
        await market.RefusedAsync("NotACoOwner", "openLicensing/recordCoOwnerConsent", new { openLicenceId, owner = "南方示范大学", document = "同意书" }, Officer);
        await market.DoAsync("openLicensing/consentToOpenLicence", new { openLicenceId, document = "同意书" }, ForeignOfficer);
        Assert.Equal("READY", (await market.DoAsync("openLicensing/approveOpenLicence", new { openLicenceId }, Approver)).Text("state"));
    }

    [Fact]
    public async Task Price_and_payment_are_the_declaration_s_never_the_sender_s_INV_41_INV_44()
    {
        var openLicenceId = await market.DeclarationAsync(await market.APatentAsync());
        await market.RefusedAsync("StartOutsidePeriod", "licensing/sendLicenceNotice", new { openLicenceId, intendedStart = "2031-01-01" }, Signatory);
        var licenceRequestId = (await market.DoAsync("licensing/sendLicenceNotice", new { openLicenceId }, Signatory)).Text("id");

        await market.RefusedAsync("NotAllowedInState", "licensing/confirmPayment", new { licenceRequestId }, Officer);
        await market.RefusedAsync("AmountNotAsDue", "licensing/reportPayment", new { licenceRequestId, amount = 49999.99, paidOn = "2026-03-02", voucher = "凭证" }, Signatory);
        await market.RefusedAsync("AmountNotAsDue", "licensing/reportPayment", new { licenceRequestId, amount = 50000.01, paidOn = "2026-03-02", voucher = "凭证" }, Signatory);
        await market.RefusedAsync("InputInvalid", "licensing/reportPayment", new { licenceRequestId, amount = 50000, paidOn = "2026-03-02", voucher = " " }, Signatory);
        await market.RefusedAsync("RequestUnderWay", "licensing/sendLicenceNotice", new { openLicenceId }, Signatory);
        await market.DoAsync("licensing/reportPayment", new { licenceRequestId, amount = 50000, paidOn = "2026-03-02", voucher = "凭证" }, Signatory);
        await market.RefusedAsync("NotAllowedInState", "licensing/cancelLicenceNotice", new { licenceRequestId }, Signatory);
        await market.DoAsync("licensing/confirmPayment", new { licenceRequestId }, Officer);
        await market.RefusedAsync("LicensedAlready", "licensing/sendLicenceNotice", new { openLicenceId }, Signatory);
    }

    [Fact]
    public async Task A_malformed_id_one_of_another_type_and_a_stale_version_are_told_apart()
    {
        var listingId = await market.SubmittedListingAsync(await market.APatentAsync());

        await market.FaultedAsync("INVALID_ID", "openLicensing/approveListing", new { listingId = "no id" }, Approver);
        await market.FaultedAsync("INVALID_ID", "openLicensing/approveListing", new { listingId = GlobalId("Licence", 1) }, Approver);
        await market.RefusedAsync("NotFound", "openLicensing/approveListing", new { listingId = GlobalId("Listing", 999_999) }, Approver);
        await market.RefusedAsync("ChangedMeanwhile", "openLicensing/approveListing", new { listingId, expectedVersion = 1 }, Approver);
        await market.DoAsync("openLicensing/approveListing", new { listingId, expectedVersion = 2 }, Approver);
    }

    [Fact]
    public async Task No_exclusive_licence_while_a_declaration_an_open_request_or_a_licence_stands_INV_32_GI_02()
    {
        var patentId = await market.APatentAsync();
        var exclusive = new { patentId, isSole = false, licensee = "甲公司", from = "2026-03-01", until = "2027-03-01", evidence = "合同" };
        var openLicenceId = await market.DeclarationAsync(patentId);
        var licenceRequestId = (await market.DoAsync("licensing/sendLicenceNotice", new { openLicenceId }, Signatory)).Text("id");
        await market.RefusedAsync("OpenLicenceStands", "licensing/recordExclusiveLicence", exclusive, Officer);
        await market.DoAsync("openLicensing/fileOpenLicenceWithdrawal", new { openLicenceId, reason = "战略调整", filedOn = "2026-03-02" }, Officer);
        await market.RefusedAsync("OpenLicenceStands", "licensing/recordExclusiveLicence", exclusive, Officer);
        await market.DoAsync("openLicensing/recordOpenLicenceWithdrawal", new { openLicenceId, announcedOn = "2026-03-02", gazetteNumber = "42-10" }, Officer);

        await market.RefusedAsync("ConflictingLicence", "licensing/recordExclusiveLicence", exclusive, Officer);
        await market.DoAsync("licensing/cancelLicenceNotice", new { licenceRequestId }, Signatory);
        await market.DoAsync("licensing/recordExclusiveLicence", exclusive, Officer);
        var redrafted = (await market.DoAsync("openLicensing/draftOpenLicence", new { patentId, declaration = Declared() }, Officer)).Text("id");
        await market.RefusedAsync("OpenLicenceBarred", "openLicensing/submitOpenLicence", new { openLicenceId = redrafted }, Officer);
    }

    [Fact]
    public async Task A_retried_notice_has_one_effect_INV_45_GI_13()
    {
        var openLicenceId = await market.DeclarationAsync(await market.APatentAsync());

        var first = await market.DoAsync("licensing/sendLicenceNotice", new { openLicenceId, idempotencyKey = "n-1" }, Signatory);
        var again = await market.DoAsync("licensing/sendLicenceNotice", new { openLicenceId, idempotencyKey = "n-1" }, Signatory);

        Assert.Equal(first.Text("number"), again.Text("number"));
        var seen = (await market.Server.QueryAsync("licensing/licenceRequests.graphql", new { filter = new { openLicenceId } }, Officer)).Succeeded();
        Assert.Equal("1", seen.Text("licenceRequests.totalCount"));
    }

    private async Task BurdenAsync(string patentId) => (await market.Server.QueryAsync(
        "mutation($input: RecordEncumbranceInput!) { recordEncumbrance(input: $input) { patent { id } errors { __typename ... on Error { message } } } }",
        new { input = new { patentId, kind = "PRESERVATION", from = "2026-03-01", evidence = "裁定书" } },
        Officer)).Succeeded();
}
