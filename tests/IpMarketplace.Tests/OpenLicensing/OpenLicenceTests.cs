using IpMarketplace.Kernel.Errors;
using IpMarketplace.OpenLicensing;
using IpMarketplace.Organizations;
using IpMarketplace.Patents;
using IpMarketplace.Tests.Patents;
using static IpMarketplace.OpenLicensing.OpenLicenceAction;
using static IpMarketplace.OpenLicensing.OpenLicenceState;

namespace IpMarketplace.Tests.OpenLicensing;

public sealed class OpenLicenceTests
{
    private static readonly OpenLicenceAction[] OfTheSystem = [StopAccepting, AcceptAgain, Lapse];

    private static readonly Dictionary<OpenLicenceState, OpenLicenceAction[]> Expected = new()
    {
        [OpenLicenceState.Draft] = [Revise, Submit],
        [InternalReview] = [Return, Approve],
        [Ready] = [OpenLicenceAction.File],
        [Filed] = [RecordCorrection, RecordRefusal, RecordAnnouncement],
        [Correction] = [OpenLicenceAction.File, RecordRefusal],
        [Refused] = [],
        [Announced] = [FileWithdrawal],
        [WithdrawalFiled] = [RecordWithdrawal, RetractWithdrawal],
        [Withdrawn] = [],
        [Lapsed] = [],
    };

    private readonly Patent _patent = Offers.APatentOf();

    public static TheoryData<OpenLicenceState, OpenLicenceAction> Pairs
    {
        get
        {
            var pairs = new TheoryData<OpenLicenceState, OpenLicenceAction>();
            foreach (var state in Enum.GetValues<OpenLicenceState>())
            {
                foreach (var action in Enum.GetValues<OpenLicenceAction>().Except(OfTheSystem))
                {
                    pairs.Add(state, action);
                }
            }
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Takes_exactly_the_steps_of_the_table(OpenLicenceState state, OpenLicenceAction action)
    {
        var openLicence = DeclarationIn(state);

        var refusal = Offers.Do(action, openLicence, _patent);

        if (Expected[state].Contains(action))
        {
            Assert.Null(refusal);
            Assert.Single(openLicence.Transitions);
        }
        else
        {
            Assert.IsType<NotAllowedInState>(refusal);
            AssertUntouched(openLicence, state);
        }
    }

    [Theory]
    [InlineData(OpenLicenceState.Draft)]
    [InlineData(Ready)]
    [InlineData(Filed)]
    [InlineData(Withdrawn)]
    public void The_system_moves_only_what_is_announced(OpenLicenceState state)
    {
        var openLicence = DeclarationIn(state);
        Assert.Null(_patent.RecordStatus(RightAction.Invalidate, Offers.Today, "无效决定", Offers.Today));

        openLicence.Review(Standing(), Offers.Today);

        AssertUntouched(openLicence, state);
    }

    [Fact]
    public void Is_drafted_only_for_a_granted_right_OL_01()
    {
        var pending = APatent.Pending();
        Assert.Null(pending.SetOwners([PatentOwner.Registered(Offers.University(), 100)]));

        Assert.Equal(RightStatus.Pending, Assert.IsType<RightNotInForce>(OpenLicence.Draft(Offers.Officer, pending, Offers.Declared(), out _)).Status);
    }

    [Fact]
    public void Needs_an_evaluation_report_for_a_utility_model_and_a_positive_one_OL_05_OL_06()
    {
        var model = Offers.APatentOf(null, APatent.Parse("202020123456.8"));
        var openLicence = Offers.DraftDeclaration(model, Offers.Declared(until: new(2029, 12, 31)));

        Assert.IsType<EvaluationReportMissing>(openLicence.Submit(Offers.Officer, model, Offers.Today));
        Assert.Null(model.RecordEvaluationReport(new(Offers.Today, EvaluationConclusion.PartlyFails, "PJ-1"), Offers.Today));
        Assert.Equal(new EvaluationReportNegative("PJ-1"), openLicence.Submit(Offers.Officer, model, Offers.Today));
        Assert.Null(model.RecordEvaluationReport(new(Offers.Today, EvaluationConclusion.Meets, "PJ-2"), Offers.Today));
        Assert.Null(openLicence.Submit(Offers.Officer, model, Offers.Today));
    }

    [Fact]
    public void Its_period_ends_no_later_than_the_patent_OL_13()
    {
        Assert.Null(Submitted(Offers.Declared(until: new(2040, 3, 14))));
        Assert.Equal(new PeriodExceedsPatent(new(2040, 3, 15), new(2040, 3, 14)), Submitted(Offers.Declared(until: new(2040, 3, 15))));
        Assert.Equal(new PeriodOver(new(2026, 3, 1)), Submitted(Offers.Declared(until: new(2026, 3, 1))));
    }

    [Fact]
    public void A_fee_above_the_usual_needs_a_written_reason_OL_10()
    {
        var dear = Offers.Declared(Offers.LumpSum(25_000_000m));

        Assert.IsType<FeeAboveUsual>(Submitted(dear));
        Assert.Null(Submitted(dear with { AboveUsualReason = "标准必要专利" }));
    }

    [Fact]
    public void The_basis_of_the_fee_is_stated_and_free_of_promotion_OL_12_OL_04()
    {
        Assert.IsType<FeeStatementMissing>(Submitted(Offers.Declared() with { FeeStatement = " " }));
        Assert.Equal(new PromotionalWording("otherMatters", "限时"), Submitted(Offers.Declared() with { OtherMatters = "限时优惠" }));
        Assert.Single((Offers.Declared() with { FeeStatement = new string('据', 2001) }).Warnings);
    }

    [Fact]
    public void The_price_is_publicised_for_15_days_before_a_university_approves_UN_03()
    {
        Assert.Equal(new PricePublicityUnfinished(null), Approved(Offers.Declared() with { PricePostedOn = null }));
        Assert.Equal(new PricePublicityUnfinished(new(2026, 3, 3)), Approved(Offers.Declared() with { PricePostedOn = new(2026, 2, 16) }));
        Assert.Null(Approved(Offers.Declared() with { PricePostedOn = new(2026, 2, 15) }));
        Assert.Null(Approved(Offers.Declared(FeeTerms.Free) with { PricePostedOn = null }));
    }

    [Fact]
    public void Is_approved_or_returned_by_another_person_than_the_submitter_GI_08()
    {
        var openLicence = DeclarationIn(InternalReview);

        Assert.IsType<ApproverMustDiffer>(openLicence.Approve(Offers.Officer, _patent, Offers.Today));
        Assert.IsType<ApproverMustDiffer>(openLicence.Return(Offers.Officer, "理由"));
        AssertUntouched(openLicence, InternalReview);
    }

    [Fact]
    public void All_co_owners_consent_to_declare_and_to_withdraw_OL_07_INV_35()
    {
        var coOwner = PatentOwner.External("甲研究院", OrganizationKind.Institute, 40);
        var shared = Offers.APatentOf(null, null, coOwner);
        var openLicence = Offers.DraftDeclaration(shared);
        Assert.Null(openLicence.Submit(Offers.Officer, shared, Offers.Today));

        Assert.Equal(["甲研究院"], Assert.IsType<ConsentsMissing>(openLicence.Approve(Offers.Approver, shared, Offers.Today)).Owners);
        Assert.Null(openLicence.Consent(coOwner, "同意书1", Offers.Now));
        Assert.IsType<ConsentGivenAlready>(openLicence.Consent(coOwner, "同意书1", Offers.Now));
        foreach (var step in new[] { Approve, OpenLicenceAction.File, RecordAnnouncement })
        {
            Assert.Null(Offers.Do(step, openLicence, shared));
        }

        Assert.Equal(ConsentAct.Withdraw, Assert.IsType<ConsentsMissing>(Offers.Do(FileWithdrawal, openLicence, shared)).Act);
        Assert.Null(openLicence.Consent(coOwner, "同意书2", Offers.Now));
        Assert.Null(Offers.Do(FileWithdrawal, openLicence, shared));
        Assert.Null(Offers.Do(RetractWithdrawal, openLicence, shared));
        Assert.IsType<ConsentsMissing>(Offers.Do(FileWithdrawal, openLicence, shared));
        Assert.Equal(2, openLicence.Consents.Count);
    }

    [Fact]
    public void Consents_are_to_the_terms_as_they_stood()
    {
        var coOwner = PatentOwner.External("甲研究院", OrganizationKind.Institute, 40);
        var shared = Offers.APatentOf(null, null, coOwner);
        var openLicence = Offers.DraftDeclaration(shared);
        Assert.Null(openLicence.Consent(coOwner, "同意书1", Offers.Now));
        Assert.Null(openLicence.Revise(Offers.Declared(Offers.LumpSum(1m))));
        Assert.Null(openLicence.Submit(Offers.Officer, shared, Offers.Today));

        Assert.IsType<ConsentsMissing>(openLicence.Approve(Offers.Approver, shared, Offers.Today));
    }

    [Theory]
    [InlineData(OpenLicenceState.Draft, Submit)]
    [InlineData(InternalReview, Approve)]
    [InlineData(Ready, OpenLicenceAction.File)]
    [InlineData(Filed, RecordAnnouncement)]
    public void Bars_are_checked_at_every_step_IR_86(OpenLicenceState state, OpenLicenceAction step)
    {
        var openLicence = DeclarationIn(state);
        _patent.Burden(EncumbranceKind.ExclusiveLicence);

        Assert.Equal("OL-20", Assert.Single(Assert.IsType<OpenLicenceBarred>(Offers.Do(step, openLicence, _patent)).Bars).Rule);
        AssertUntouched(openLicence, state);
    }

    [Fact]
    public void A_bar_stops_new_requests_until_it_is_gone_OL_47()
    {
        var openLicence = DeclarationIn(Announced);
        Assert.True(openLicence.Accepting);
        Assert.Null(_patent.RecordStatus(RightAction.MissFee, Offers.Today, "滞纳", Offers.Today));

        openLicence.Review(Standing(), Offers.Today);
        Assert.Equal((Announced, false), (openLicence.State, openLicence.Accepting));
        Assert.IsType<OpenLicenceStoppedAccepting>(openLicence.Events.Single());

        openLicence.Review(Standing(), Offers.Today);
        Assert.Single(openLicence.Events);

        Assert.Null(_patent.RecordStatus(RightAction.PayFee, Offers.Today, "补缴", Offers.Today));
        openLicence.Review(Standing(), Offers.Today);
        Assert.Equal((Announced, true), (openLicence.State, openLicence.Accepting));
    }

    [Fact]
    public void Lapses_with_its_period_or_the_right()
    {
        var byPeriod = DeclarationIn(Announced);
        byPeriod.Review(Standing(), byPeriod.Declared.PeriodEnd);
        Assert.Equal(Announced, byPeriod.State);
        byPeriod.Review(Standing(), byPeriod.Declared.PeriodEnd.AddDays(1));
        Assert.Equal((Lapsed, false), (byPeriod.State, byPeriod.Accepting));

        var byRight = DeclarationIn(WithdrawalFiled);
        Assert.Null(_patent.RecordStatus(RightAction.Surrender, Offers.Today, "放弃公告", Offers.Today));
        byRight.Review(Standing(), Offers.Today);
        Assert.Equal((Lapsed, Offers.Today), (byRight.State, byRight.LapsedOn));
    }

    [Fact]
    public void Announced_terms_never_change_INV_31()
    {
        var openLicence = DeclarationIn(Announced);
        var declared = openLicence.Declared;

        Assert.IsType<NotAllowedInState>(openLicence.Revise(Offers.Declared(Offers.LumpSum(1m))));
        Assert.Equal(declared, openLicence.Declared);
    }

    [Fact]
    public void Keeps_what_CNIPA_did_in_order_and_out_of_the_future()
    {
        var openLicence = DeclarationIn(Ready);

        Assert.IsType<InputInvalid>(openLicence.File(_patent, Offers.Today.AddDays(1), "GZSL", Offers.Today));
        Assert.Null(openLicence.File(_patent, Offers.Today, "GZSL", Offers.Today));
        Assert.IsType<InputInvalid>(openLicence.RecordAnnouncement(_patent, Offers.Today.AddDays(-1), "42-09", Offers.Today));
        Assert.False(openLicence.Accepting);
        Assert.Null(openLicence.RecordAnnouncement(_patent, Offers.Today, "42-09", Offers.Today));
        Assert.Equal(("42-09", true), (openLicence.GazetteNumber, openLicence.Accepting));
    }

    private Refusal? Submitted(Declaration declared) => Offers.DraftDeclaration(_patent, declared).Submit(Offers.Officer, _patent, Offers.Today);

    private Refusal? Approved(Declaration declared)
    {
        var openLicence = Offers.DraftDeclaration(_patent, declared);
        Assert.Null(openLicence.Submit(Offers.Officer, _patent, Offers.Today));
        return openLicence.Approve(Offers.Approver, _patent, Offers.Today);
    }

    private OpenLicence DeclarationIn(OpenLicenceState state)
    {
        var openLicence = Offers.DeclarationIn(state == Lapsed ? Announced : state, _patent);
        if (state == Lapsed)
        {
            openLicence.Review(Standing(), openLicence.Declared.PeriodEnd.AddDays(1));
        }
        openLicence.ForgetEvents();
        return openLicence;
    }

    private OfferStanding Standing() => OfferStanding.Of(_patent, isAnnounced: true, Offers.Today);

    private static void AssertUntouched(OpenLicence openLicence, OpenLicenceState state)
    {
        Assert.Equal(state, openLicence.State);
        Assert.Empty(openLicence.Events);
        Assert.Empty(openLicence.Transitions);
    }
}
