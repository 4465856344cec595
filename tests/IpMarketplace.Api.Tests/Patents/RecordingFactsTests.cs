using System.Text.Json;

namespace IpMarketplace.Api.Tests.Patents;

/// <summary>Facts of the register over HTTP: who may record them, with what evidence (domain.md 9.1, INV-03).</summary>
public sealed class RecordingFactsTests
{
    [Theory]
    [InlineData(null, "AUTH_NOT_AUTHENTICATED")]
    [InlineData(PatentOffice.Signatory, "AUTH_NOT_AUTHORIZED")]
    [InlineData(PatentOffice.Approver, "AUTH_NOT_AUTHORIZED")]
    public async Task Without_the_permission_nothing_is_recorded(string? user, string code)
    {
        await using var office = await PatentOffice.OpenAsync();
        var input = new { patentId = await office.IdOfAsync(PatentOffice.Battery), action = "SURRENDER", effectiveOn = "2026-03-01", evidence = "gazette 42-09" };
        var before = await office.TracesAsync();

        (await office.MutateAsync("recordPatentStatus", input, user)).Faulted(code);

        Assert.Equal(before, await office.TracesAsync());
    }

    [Theory]
    [InlineData(PatentOffice.ForeignOfficer)]
    [InlineData(PatentOffice.Guangdong)]
    public async Task What_is_not_the_viewers_is_not_found_GI_07(string user)
    {
        await using var office = await PatentOffice.OpenAsync();
        var input = new { patentId = await office.IdOfAsync(PatentOffice.Battery), action = "SURRENDER", effectiveOn = "2026-03-01", evidence = "gazette 42-09" };
        var before = await office.TracesAsync();

        (await office.MutateAsync("recordPatentStatus", input, user)).Refused("recordPatentStatus", "NotFound");

        Assert.Equal(before, await office.TracesAsync());
    }

    [Theory]
    [InlineData(PatentOffice.Officer)]
    [InlineData(PatentOffice.Zhejiang)]
    [InlineData(PatentOffice.National)]
    public async Task Officers_record_own_patents_and_administrations_those_of_their_region(string user)
    {
        await using var office = await PatentOffice.OpenAsync();
        var input = new { patentId = await office.IdOfAsync(PatentOffice.Battery), action = "SURRENDER", effectiveOn = "2026-03-01", evidence = "gazette 42-09" };

        var answer = (await office.MutateAsync("recordPatentStatus", input, user)).Succeeded();

        Assert.Equal("SURRENDERED", answer.Text("recordPatentStatus.patent.status"));
        await using var db = office.Marketplace.Context();
        var step = db.History.OrderBy(row => row.Id).Last(row => row.AggregateType == "Patent");
        Assert.Equal(("IN_FORCE", "SURRENDERED", "SURRENDER", "gazette 42-09"), (step.From, step.To, step.Action, step.Evidence));
    }

    [Theory]
    [InlineData("GRANT", "2026-03-01", "gazette", null, "NotAllowedInState")]
    [InlineData("SURRENDER", "2026-03-01", " ", null, "EvidenceRequired")]
    [InlineData("SURRENDER", "2026-03-03", "gazette", null, "StatusDateImpossible")]
    [InlineData("SURRENDER", "2026-03-01", "gazette", 7, "ChangedMeanwhile")]
    public async Task What_cannot_be_is_refused_and_nothing_written(string action, string effectiveOn, string evidence, int? expectedVersion, string refusal)
    {
        await using var office = await PatentOffice.OpenAsync();
        var input = new { patentId = await office.IdOfAsync(PatentOffice.Battery), action, effectiveOn, evidence, expectedVersion };
        var before = await office.TracesAsync();

        (await office.MutateAsync("recordPatentStatus", input, PatentOffice.Officer)).Refused("recordPatentStatus", refusal);

        Assert.Equal(before, await office.TracesAsync());
    }

    [Fact]
    public async Task A_retry_with_the_same_key_has_one_effect_GI_13()
    {
        await using var office = await PatentOffice.OpenAsync();
        var input = new { patentId = await office.IdOfAsync(PatentOffice.Battery), on = "2026-03-01", evidence = "extract 1", annualFeeDueOn = "2027-03-15" };

        var first = (await office.MutateAsync("confirmPatentStatus", input, PatentOffice.Officer, "key-1")).Succeeded();
        var after = await office.TracesAsync();
        var second = (await office.MutateAsync("confirmPatentStatus", input, PatentOffice.Officer, "key-1")).Succeeded();

        Assert.Equal(first.Text("confirmPatentStatus.patent.id"), second.Text("confirmPatentStatus.patent.id"));
        Assert.Equal(("2026-03-01", "2027-03-15"), (first.Text("confirmPatentStatus.patent.statusConfirmedOn"), first.Text("confirmPatentStatus.patent.record.annualFeeDueOn")));
        Assert.Equal(after, await office.TracesAsync());
    }

    [Fact]
    public async Task A_fee_paid_in_time_moves_the_due_date_AF_02()
    {
        await using var office = await PatentOffice.OpenAsync();
        var patentId = await office.IdOfAsync(PatentOffice.Battery);
        (await office.MutateAsync("confirmPatentStatus", new { patentId, on = "2026-03-01", evidence = "extract 1", annualFeeDueOn = "2026-03-16" }, PatentOffice.Officer)).Succeeded();

        var answer = (await office.MutateAsync("recordAnnualFee", new { patentId, evidence = "receipt 1" }, PatentOffice.Officer)).Succeeded();

        Assert.Equal("2027-03-15", answer.Text("recordAnnualFee.patent.record.annualFeeDueOn"));
        office.Marketplace.Clock.Advance(TimeSpan.FromDays(380));
        await office.Marketplace.SweepAsync();
        Assert.Equal("FEE_OVERDUE", (await office.Marketplace.QueryAsync("patents/patent.graphql", new { id = patentId })).Succeeded().Text("patent.status"));
    }

    [Fact]
    public async Task A_pledge_bars_until_the_pledgee_consents_and_its_party_is_not_public_OL_24()
    {
        await using var office = await PatentOffice.OpenAsync();
        var patentId = await office.IdOfAsync(PatentOffice.Battery);
        var pledged = (await office.MutateAsync(
            "recordEncumbrance", new { patentId, kind = "PLEDGE", from = "2026-01-05", evidence = "PL-1", partyName = "汇澜银行" }, PatentOffice.Officer)).Succeeded();
        var encumbranceId = pledged.Text("recordEncumbrance.patent.encumbrances[0].id");
        Assert.True(pledged["recordEncumbrance.patent.encumbrances[0].barsOpenLicence"].GetBoolean());

        var visitor = (await office.Marketplace.QueryAsync("patents/patent.graphql", new { id = patentId })).Succeeded();
        Assert.Equal(("PLEDGE", JsonValueKind.Null, JsonValueKind.Null),
            (visitor.Text("patent.encumbrances[0].kind"), visitor["patent.encumbrances[0].partyName"].ValueKind, visitor["patent.encumbrances[0].evidence"].ValueKind));
        var officer = (await office.Marketplace.QueryAsync("patents/patent.graphql", new { id = patentId }, PatentOffice.Officer)).Succeeded();
        Assert.Equal("汇澜银行", officer.Text("patent.encumbrances[0].partyName"));

        var consented = (await office.MutateAsync(
            "recordPledgeeConsent", new { patentId, encumbranceId, on = "2026-03-01", evidence = "letter 1" }, PatentOffice.Officer)).Succeeded();
        Assert.False(consented["recordPledgeeConsent.patent.encumbrances[0].barsOpenLicence"].GetBoolean());

        var lifted = (await office.MutateAsync("liftEncumbrance", new { patentId, encumbranceId, on = "2026-03-02", evidence = "PL-1 deregistered" }, PatentOffice.Officer)).Succeeded();
        Assert.Equal("2026-03-02", lifted.Text("liftEncumbrance.patent.encumbrances[0].liftedOn"));
        (await office.MutateAsync("liftEncumbrance", new { patentId, encumbranceId, on = "2026-03-02", evidence = "again" }, PatentOffice.Officer))
            .Refused("liftEncumbrance", "EncumbranceNotChangeable");
    }

    [Fact]
    public async Task A_dispute_ends_after_a_year_unless_extended_OL_26()
    {
        await using var office = await PatentOffice.OpenAsync();
        var patentId = await office.IdOfAsync(PatentOffice.Battery);
        var disputed = (await office.MutateAsync(
            "recordEncumbrance", new { patentId, kind = "OWNERSHIP_DISPUTE", from = "2025-03-10", evidence = "case 1" }, PatentOffice.Officer)).Succeeded();
        Assert.Equal("2026-03-10", disputed.Text("recordEncumbrance.patent.encumbrances[0].until"));

        var extended = (await office.MutateAsync(
            "extendEncumbrance",
            new { patentId, encumbranceId = disputed.Text("recordEncumbrance.patent.encumbrances[0].id"), until = "2026-09-10", evidence = "case 1, decision" },
            PatentOffice.Officer)).Succeeded();

        Assert.Equal("2026-09-10", extended.Text("extendEncumbrance.patent.encumbrances[0].until"));
    }

    [Fact]
    public async Task Hindrances_are_recorded_and_lifted_by_administrations_only_OL_25()
    {
        await using var office = await PatentOffice.OpenAsync();
        var patentId = await office.IdOfAsync(PatentOffice.Battery);
        var input = new { patentId, reason = "配套材料禁止进口", evidence = "file 9", from = "2026-03-01" };

        (await office.MutateAsync("recordHindrance", input, PatentOffice.Officer)).Faulted("AUTH_NOT_AUTHORIZED");
        (await office.MutateAsync("recordEncumbrance", new { patentId, kind = "OTHER_HINDRANCE", from = "2026-03-01", evidence = "file 9" }, PatentOffice.Officer))
            .Refused("recordEncumbrance", "InputInvalid");
        (await office.MutateAsync("recordHindrance", input with { reason = "" }, PatentOffice.Zhejiang)).Refused("recordHindrance", "InputInvalid");
        var recorded = (await office.MutateAsync("recordHindrance", input, PatentOffice.Zhejiang)).Succeeded();
        Assert.True(recorded["recordHindrance.patent.encumbrances[0].barsOpenLicence"].GetBoolean());

        var lift = new { patentId, encumbranceId = recorded.Text("recordHindrance.patent.encumbrances[0].id"), on = "2026-03-02", evidence = "file 10" };
        (await office.MutateAsync("liftEncumbrance", lift, PatentOffice.Officer)).Refused("liftEncumbrance", "EncumbranceNotChangeable");
        (await office.MutateAsync("liftEncumbrance", lift, PatentOffice.Zhejiang)).Succeeded();
    }

    [Fact]
    public async Task Only_utility_models_and_designs_have_an_evaluation_report_OL_05()
    {
        await using var office = await PatentOffice.OpenAsync();
        var model = new { patentId = await office.IdOfAsync(PatentOffice.Sleeper), date = "2025-06-03", conclusion = "MEETS", reference = "W2025-17" };

        var answer = (await office.MutateAsync("recordEvaluationReport", model, PatentOffice.ForeignOfficer)).Succeeded();

        Assert.Equal("W2025-17", answer.Text("recordEvaluationReport.patent.record.evaluationReport.reference"));
        (await office.MutateAsync("recordEvaluationReport", model with { patentId = await office.IdOfAsync(PatentOffice.Battery) }, PatentOffice.Officer))
            .Refused("recordEvaluationReport", "InputInvalid");
    }
}
