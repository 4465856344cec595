using IpMarketplace.Kernel.Errors;
using IpMarketplace.Patents;

namespace IpMarketplace.Tests.Patents;

/// <summary>The life of a right (domain.md 9.1, INV-02, INV-03).</summary>
public sealed class PatentStatusTests
{
    private static readonly DateOnly Today = APatent.Today;

    public static TheoryData<RightStatus, RightAction, RightStatus?> EveryPair()
    {
        var lawful = new Dictionary<(RightStatus, RightAction), RightStatus>
        {
            [(RightStatus.Pending, RightAction.Grant)] = RightStatus.InForce,
            [(RightStatus.InForce, RightAction.MissFee)] = RightStatus.FeeOverdue,
            [(RightStatus.FeeOverdue, RightAction.PayFee)] = RightStatus.InForce,
            [(RightStatus.FeeOverdue, RightAction.Terminate)] = RightStatus.Terminated,
            [(RightStatus.Terminated, RightAction.Restore)] = RightStatus.InForce,
            [(RightStatus.InForce, RightAction.Surrender)] = RightStatus.Surrendered,
            [(RightStatus.InForce, RightAction.Expire)] = RightStatus.Expired,
            [(RightStatus.InForce, RightAction.Invalidate)] = RightStatus.Invalidated,
            [(RightStatus.FeeOverdue, RightAction.Invalidate)] = RightStatus.Invalidated,
            [(RightStatus.Expired, RightAction.Invalidate)] = RightStatus.Invalidated,
            [(RightStatus.Terminated, RightAction.Invalidate)] = RightStatus.Invalidated,
        };
        var pairs = new TheoryData<RightStatus, RightAction, RightStatus?>();
        foreach (var from in Enum.GetValues<RightStatus>())
        {
            foreach (var action in Enum.GetValues<RightAction>())
            {
                pairs.Add(from, action, lawful.TryGetValue((from, action), out var to) ? to : null);
            }
        }
        return pairs;
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void Only_the_pairs_of_the_table_move(RightStatus from, RightAction action, RightStatus? to)
    {
        var refusal = PatentLifecycle.Table.Refuses(from, action, out var reached);
        Assert.Equal(to is null, refusal is NotAllowedInState);
        Assert.Equal(to, refusal is null ? reached : null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void No_status_changes_without_evidence_INV_03(string evidence)
    {
        var patent = APatent.Pending();
        patent.ForgetEvents();

        Assert.IsType<EvidenceRequired>(patent.RecordStatus(RightAction.Grant, new(2022, 5, 6), evidence, Today));
        Assert.IsType<EvidenceRequired>(patent.ConfirmStatus(Today, evidence, Today));

        Assert.Equal((RightStatus.Pending, null, null), (patent.Status, patent.GrantDate, patent.StatusConfirmedOn));
        Assert.Empty(patent.Events);
        Assert.Empty(patent.Transitions);
    }

    [Fact]
    public void A_grant_sets_its_date_and_is_noted_and_announced()
    {
        var patent = APatent.Pending();
        patent.ForgetEvents();

        Assert.Null(patent.RecordStatus(RightAction.Grant, new(2022, 5, 6), "gazette 38-18", Today));

        Assert.Equal((RightStatus.InForce, new DateOnly(2022, 5, 6), Today), (patent.Status, patent.GrantDate!.Value, patent.StatusConfirmedOn!.Value));
        Assert.Equal(new RightStatusChanged(RightStatus.Pending, RightStatus.InForce), Assert.Single(patent.Events));
        Assert.Equal(("PENDING", "IN_FORCE", "GRANT", "gazette 38-18"), Step(patent));
    }

    [Fact]
    public void A_past_step_alone_does_not_confirm_the_present()
    {
        var patent = APatent.Pending();
        Assert.Null(patent.RecordStatus(RightAction.Grant, new(2022, 5, 6), "import 1", Today, confirmsPresent: false));
        Assert.Null(patent.StatusConfirmedOn);
    }

    [Fact]
    public void A_date_that_cannot_be_is_refused()
    {
        var patent = APatent.Pending();
        Assert.IsType<StatusDateImpossible>(patent.RecordStatus(RightAction.Grant, Today.AddDays(1), "gazette", Today));
        Assert.IsType<StatusDateImpossible>(patent.RecordStatus(RightAction.Grant, new(2020, 3, 14), "gazette", Today));
        Assert.Equal(RightStatus.Pending, patent.Status);
    }

    [Fact]
    public void A_right_expires_the_day_after_its_term_AF_11()
    {
        Assert.Null(Patent.Record(APatent.Details(APatent.Parse("201010123456.9")) with { FilingDate = new(2010, 3, 15) }, Today, out var patent));
        Assert.Null(patent.RecordStatus(RightAction.Grant, new(2012, 1, 4), "gazette", Today));

        patent.FollowCalendar(new DateOnly(2030, 3, 14));
        Assert.Equal(RightStatus.InForce, patent.Status);
        Assert.IsType<StatusDateImpossible>(patent.RecordStatus(RightAction.Expire, new(2030, 3, 14), "gazette", new(2030, 3, 14)));
        patent.FollowCalendar(new DateOnly(2030, 3, 15));
        Assert.Equal((RightStatus.Expired, new DateOnly(2030, 3, 15)), (patent.Status, patent.StatusSince!.Value));
    }

    [Fact]
    public void A_missed_fee_runs_six_months_and_then_ends_the_right_as_of_its_due_date_AF_03_AF_04()
    {
        var patent = APatent.InForce();
        Assert.Null(patent.ConfirmStatus(Today, "register", Today, annualFeeDueOn: new(2026, 3, 16)));

        patent.FollowCalendar(new DateOnly(2026, 3, 16));
        Assert.Equal(RightStatus.InForce, patent.Status);
        patent.FollowCalendar(new DateOnly(2026, 3, 17));
        Assert.Equal(RightStatus.FeeOverdue, patent.Status);
        patent.FollowCalendar(new DateOnly(2026, 9, 16));
        Assert.Equal(RightStatus.FeeOverdue, patent.Status);
        patent.FollowCalendar(new DateOnly(2026, 9, 17));
        Assert.Equal((RightStatus.Terminated, new DateOnly(2026, 3, 16)), (patent.Status, patent.StatusSince!.Value));
    }

    [Fact]
    public void A_late_payment_moves_the_due_date_on_by_a_year()
    {
        var patent = APatent.InForce();
        Assert.Null(patent.ConfirmStatus(Today, "register", Today, annualFeeDueOn: new(2026, 3, 16)));
        patent.FollowCalendar(new DateOnly(2026, 3, 17));

        Assert.Null(patent.RecordStatus(RightAction.PayFee, new(2026, 4, 20), "receipt", new(2026, 4, 20)));

        Assert.Equal((RightStatus.InForce, new DateOnly(2027, 3, 15)), (patent.Status, patent.AnnualFeeDueOn!.Value));
    }

    [Fact]
    public void A_pledged_right_is_not_surrendered_without_the_pledgees_consent_PG_05()
    {
        var patent = APatent.InForce();
        Assert.Null(patent.RecordEncumbrance(new(EncumbranceKind.Pledge, new(2025, 1, 6), "pledge 1", PartyName: "银行"), Today, out var pledge));

        Assert.Equal(new PledgeeConsentMissing("银行"), patent.RecordStatus(RightAction.Surrender, Today, "gazette", Today));
        Assert.Null(patent.RecordPledgeeConsent(pledge!.Id, Today, "letter", Today));
        Assert.Null(patent.RecordStatus(RightAction.Surrender, Today, "gazette", Today));
    }

    [Fact]
    public void The_drawing_in_the_readme_is_the_table() =>
        Assert.Contains(PatentLifecycle.Table.ToMermaid().Trim(), File.ReadAllText(Repository.File("src/IpMarketplace/Patents/README.md")), StringComparison.Ordinal);

    private static (string?, string, string, string?) Step(Patent patent)
    {
        var step = Assert.Single(patent.Transitions);
        return (step.From, step.To, step.Action, step.Evidence);
    }
}
