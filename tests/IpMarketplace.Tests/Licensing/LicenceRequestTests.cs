using System.Security.Cryptography;
using System.Text;
using IpMarketplace.Kernel.Errors;
using IpMarketplace.Licensing;
using IpMarketplace.OpenLicensing;
using IpMarketplace.Patents;
using IpMarketplace.Tests.OpenLicensing;
using static IpMarketplace.Licensing.LicenceRequestAction;
using static IpMarketplace.Licensing.LicenceRequestState;

namespace IpMarketplace.Tests.Licensing;

public sealed class LicenceRequestTests
{
    private static readonly LicensingRules Rules = new();

    // The steps between sending and waiting happen at once, so a stored request is in one of these states.
    private static readonly Dictionary<LicenceRequestState, LicenceRequestAction[]> Expected = new()
    {
        [AwaitingPayment] = [ReportPayment, Cancel],
        [LicenceRequestState.PaymentReported] = [ConfirmPayment, DisputePayment],
        [Effective] = [],
        [LicenceRequestState.Void] = [],
        [ExpiredUnpaid] = [],
        [Cancelled] = [],
    };

    private readonly Patent _patent = Offers.APatentOf();

    public static TheoryData<LicenceRequestState, LicenceRequestAction> Pairs
    {
        get
        {
            var pairs = new TheoryData<LicenceRequestState, LicenceRequestAction>();
            foreach (var state in Expected.Keys)
            {
                foreach (var action in new[] { ReportPayment, ConfirmPayment, DisputePayment, Cancel })
                {
                    pairs.Add(state, action);
                }
            }
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Takes_exactly_the_steps_of_the_table(LicenceRequestState state, LicenceRequestAction action)
    {
        var request = RequestIn(state);

        var refusal = Do(action, request);

        if (Expected[state].Contains(action))
        {
            Assert.Null(refusal);
            Assert.Single(request.Transitions);
        }
        else
        {
            Assert.IsType<NotAllowedInState>(refusal);
            AssertUntouched(request, state);
        }
    }

    [Fact]
    public void The_table_is_that_of_the_law_and_has_no_way_to_reject_INV_40()
    {
        (LicenceRequestState, LicenceRequestAction, LicenceRequestState)[] expected =
        [
            (Draft, SendNotice, NoticeSent), (NoticeSent, ReceiveNotice, NoticeReceived), (NoticeReceived, GrantWithoutPayment, Effective),
            (NoticeReceived, AskForPayment, AwaitingPayment), (AwaitingPayment, ReportPayment, LicenceRequestState.PaymentReported),
            (LicenceRequestState.PaymentReported, ConfirmPayment, Effective), (LicenceRequestState.PaymentReported, DisputePayment, AwaitingPayment),
            (AwaitingPayment, ExpireUnpaid, ExpiredUnpaid),
            (Draft, Cancel, Cancelled), (NoticeSent, Cancel, Cancelled), (NoticeReceived, Cancel, Cancelled), (AwaitingPayment, Cancel, Cancelled),
            (NoticeSent, LicenceRequestAction.Void, LicenceRequestState.Void), (AwaitingPayment, LicenceRequestAction.Void, LicenceRequestState.Void),
            (LicenceRequestState.PaymentReported, LicenceRequestAction.Void, LicenceRequestState.Void),
        ];

        Assert.Equal(expected, LicenceRequestLifecycle.Table.Steps.Select(step => (step.From, step.Action, step.To)));
    }

    [Fact]
    public void Without_a_payment_due_the_licence_takes_effect_with_the_notice_OL_53()
    {
        foreach (var fee in new[] { FeeTerms.Free, Offers.Fee(FeeStructure.Royalty, percent: 3m, royaltyBase: RoyaltyBase.NetSales) })
        {
            var request = Requests.Sent(_patent, fee);

            Assert.Equal((Effective, 0m, null, Offers.Now), (request.State, request.AmountDue, request.PaymentDueOn, request.EffectiveAt!.Value));
            Assert.Equal(["DRAFT", "SEND_NOTICE", "RECEIVE_NOTICE", "GRANT_WITHOUT_PAYMENT"], request.Transitions.Select(step => step.Action));
        }
    }

    [Fact]
    public void Price_and_terms_are_those_of_the_declaration_INV_41()
    {
        var fee = Offers.Fee(FeeStructure.Instalments, 100_000m, 3, 6);

        var request = Requests.Sent(_patent, fee);

        Assert.Equal((33_333.34m, new DateOnly(2026, 4, 1), AwaitingPayment), (request.AmountDue, request.PaymentDueOn!.Value, request.State));
        Assert.Equal(
            new LicenceTerms("ZL202010123456.2", Offers.Today, "42-09", fee, Offers.Today, new(2030, 12, 31), ""), request.Terms);
    }

    [Fact]
    public void The_notice_is_written_from_the_declaration_and_provable_by_its_hash_OL_50()
    {
        var notice = Requests.Sent(_patent, Offers.LumpSum(50_000m)).Notice;

        foreach (var part in new[] { "ZL202010123456.2", "西湖理工大学", "杭州示范电池有限公司", "91330100MA0000001F", "一次总付人民币50,000.00元", "2030年12月31日", "普通许可" })
        {
            Assert.Contains(part, notice.Text, StringComparison.Ordinal);
        }
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(notice.Text))), notice.Sha256);
    }

    [Theory]
    [InlineData(OpenLicenceState.Ready)]
    [InlineData(OpenLicenceState.Filed)]
    [InlineData(OpenLicenceState.Withdrawn)]
    public void Refuses_a_notice_to_what_is_not_announced_OL_30(OpenLicenceState state)
    {
        var openLicence = Offers.DeclarationIn(state, _patent);

        Assert.Equal(state, Assert.IsType<OpenLicenceNotAccepting>(Requests.TrySend(_patent, openLicence, out _)).State);
    }

    [Fact]
    public void Takes_a_notice_until_the_withdrawal_is_announced_OL_43() =>
        Assert.Null(Requests.TrySend(_patent, Offers.DeclarationIn(OpenLicenceState.WithdrawalFiled, _patent), out _));

    [Fact]
    public void Refuses_a_notice_while_a_bar_stands_even_before_the_system_looked_OL_47()
    {
        var openLicence = Requests.Announced(_patent);
        _patent.Burden(EncumbranceKind.Preservation);

        var refusal = Assert.IsType<OpenLicenceNotAccepting>(Requests.TrySend(_patent, openLicence, out _));

        Assert.Equal("OL-22", Assert.Single(refusal.Bars).Rule);
    }

    [Fact]
    public void Refuses_a_notice_after_the_declared_period_and_a_start_outside_of_it_OL_13()
    {
        var openLicence = Requests.Announced(_patent, until: new(2026, 6, 30));

        Assert.IsType<OpenLicenceNotAccepting>(Requests.TrySend(_patent, openLicence, out _, now: new(2026, 6, 30, 16, 0, 0, TimeSpan.Zero)));
        Assert.Equal(
            new StartOutsidePeriod(new(2026, 7, 1), Offers.Today, new(2026, 6, 30)), Requests.TrySend(_patent, openLicence, out _, start: new(2026, 7, 1)));
        Assert.IsType<StartOutsidePeriod>(Requests.TrySend(_patent, openLicence, out _, start: Offers.Today.AddDays(-1)));
        Assert.Null(Requests.TrySend(_patent, openLicence, out _, start: new(2026, 6, 30)));
    }

    [Fact]
    public void Refuses_an_owner_and_an_organization_without_credit_code_and_takes_a_natural_person_OL_02()
    {
        var openLicence = Requests.Announced(_patent);

        Assert.IsType<OwnPatent>(Requests.TrySend(_patent, openLicence, out _, Requests.Enterprise with { OrganizationId = Offers.UniversityId }));
        Assert.IsType<IdentityNotVerified>(Requests.TrySend(_patent, openLicence, out _, Requests.Enterprise with { CreditCode = null }));
        Assert.Null(Requests.TrySend(_patent, openLicence, out var request, Licensee.Person(7)));
        Assert.Equal((Licensee.NaturalPerson, null, 7L), (request.LicenseeName, request.LicenseeId, request.LicenseePersonId!.Value));
    }

    [Theory]
    [InlineData(49_999.99)]
    [InlineData(50_000.01)]
    public void Over_or_under_payment_completes_nothing_INV_44(double amount)
    {
        var request = RequestIn(AwaitingPayment);

        Assert.Equal(new AmountNotAsDue(50_000m, (decimal)amount), request.ReportPayment((decimal)amount, Offers.Today, "凭证", Offers.Now));
        AssertUntouched(request, AwaitingPayment);
        Assert.Empty(request.Payments);
    }

    [Fact]
    public void A_payment_is_made_from_the_notice_to_today_and_in_time()
    {
        var request = RequestIn(AwaitingPayment);

        Assert.IsType<InputInvalid>(request.ReportPayment(50_000m, Offers.Today.AddDays(-1), "凭证", Offers.Now));
        Assert.IsType<InputInvalid>(request.ReportPayment(50_000m, Offers.Today.AddDays(1), "凭证", Offers.Now));
        Assert.Equal(new PaymentDeadlinePassed(new(2026, 4, 1)), request.ReportPayment(50_000m, Offers.Today, "凭证", Offers.Now.AddDays(31)));
        Assert.Null(request.ReportPayment(50_000m, Offers.Today, "凭证", Offers.Now.AddDays(30)));
    }

    [Theory]
    [InlineData(0, "2026-03-02T04:00:00Z")]
    [InlineData(5, "2026-03-06T16:00:00Z")]
    public void The_licence_takes_effect_at_the_later_of_receipt_and_payment_OL_52(int daysLater, string effectiveAt)
    {
        var request = RequestIn(AwaitingPayment);
        var paid = Offers.Now.AddDays(daysLater);
        Assert.Null(request.ReportPayment(50_000m, Offers.Today.AddDays(daysLater), "凭证", paid));

        Assert.Null(request.ConfirmPayment(_patent, paid.AddDays(3)));

        Assert.Equal(DateTimeOffset.Parse(effectiveAt, System.Globalization.CultureInfo.InvariantCulture), request.EffectiveAt);
        Assert.Equal((Effective, 50_000m), (request.State, request.AmountPaid));
    }

    [Fact]
    public void A_disputed_payment_is_reversed_never_changed_and_due_again_INV_73_INV_70()
    {
        var request = RequestIn(AwaitingPayment);
        Assert.Null(request.ReportPayment(50_000m, Offers.Today, "凭证1", Offers.Now));
        Assert.Null(request.DisputePayment("未到账", Offers.Now.AddDays(4)));

        Assert.Equal([(50_000m, null), (-50_000m, (int?)1)], request.Payments.Select(payment => (payment.Amount, payment.Reverses)));
        Assert.Equal((0m, new DateOnly(2026, 4, 5)), (request.AmountPaid, request.PaymentDueOn!.Value));

        Assert.Null(request.ReportPayment(50_000m, Offers.Today.AddDays(5), "凭证2", Offers.Now.AddDays(5)));
        Assert.Null(request.ConfirmPayment(_patent, Offers.Now.AddDays(6)));
        Assert.Equal((50_000m, 3), (request.AmountPaid, request.Payments.Count));
    }

    [Fact]
    public void Expires_when_the_deadline_passed_unpaid()
    {
        var request = RequestIn(AwaitingPayment);

        request.Review(_patent, Rules, Offers.Now.AddDays(30));
        Assert.Equal(AwaitingPayment, request.State);
        request.Review(_patent, Rules, Offers.Now.AddDays(31));
        Assert.Equal(ExpiredUnpaid, request.State);
    }

    [Fact]
    public void The_patentees_silence_confirms_after_the_days_configured_or_never()
    {
        var request = RequestIn(LicenceRequestState.PaymentReported);

        request.Review(_patent, new LicensingRules { SilenceDays = null }, Offers.Now.AddYears(1));
        Assert.Equal(LicenceRequestState.PaymentReported, request.State);
        request.Review(_patent, Rules, Offers.Now.AddDays(15));
        Assert.Equal(LicenceRequestState.PaymentReported, request.State);
        request.Review(_patent, Rules, Offers.Now.AddDays(16));
        Assert.Equal((Effective, Offers.Now), (request.State, request.EffectiveAt!.Value));
    }

    [Fact]
    public void Is_void_and_refunded_when_the_right_ends_before_effect_OL_46()
    {
        var unpaid = RequestIn(AwaitingPayment);
        var paid = RequestIn(LicenceRequestState.PaymentReported);
        Assert.Null(_patent.RecordStatus(RightAction.Invalidate, Offers.Today, "无效决定", Offers.Today));

        Assert.Equal(new RightEnded("ZL202010123456.2"), paid.ConfirmPayment(_patent, Offers.Now));
        unpaid.Review(_patent, Rules, Offers.Now);
        paid.Review(_patent, Rules, Offers.Now);

        Assert.Equal((LicenceRequestState.Void, false), (unpaid.State, unpaid.RefundDue));
        Assert.Equal((LicenceRequestState.Void, true), (paid.State, paid.RefundDue));
    }

    [Fact]
    public void A_notice_received_before_a_bar_or_the_withdrawal_is_still_completed_INV_43()
    {
        var request = RequestIn(LicenceRequestState.PaymentReported);
        _patent.Burden(EncumbranceKind.Preservation);
        Assert.Null(_patent.RecordStatus(RightAction.MissFee, Offers.Today, "滞纳", Offers.Today));

        request.Review(_patent, Rules, Offers.Now);

        Assert.Null(request.ConfirmPayment(_patent, Offers.Now));
    }

    private LicenceRequest RequestIn(LicenceRequestState state)
    {
        var request = Requests.Sent(_patent, state == Effective ? FeeTerms.Free : Offers.LumpSum(50_000m));
        switch (state)
        {
            case LicenceRequestState.PaymentReported:
                Assert.Null(Do(ReportPayment, request));
                break;
            case Cancelled:
                Assert.Null(Do(Cancel, request));
                break;
            case ExpiredUnpaid:
                request.Review(_patent, Rules, Offers.Now.AddDays(31));
                break;
            case LicenceRequestState.Void:
                var dead = Offers.APatentOf();
                Assert.Null(dead.RecordStatus(RightAction.Invalidate, Offers.Today, "无效决定", Offers.Today));
                request.Review(dead, Rules, Offers.Now);
                break;
        }
        Assert.Equal(state, request.State);
        request.ForgetEvents();
        return request;
    }

    private Refusal? Do(LicenceRequestAction action, LicenceRequest request) => action switch
    {
        ReportPayment => request.ReportPayment(50_000m, Offers.Today, "凭证", Offers.Now),
        ConfirmPayment => request.ConfirmPayment(_patent, Offers.Now),
        DisputePayment => request.DisputePayment("未到账", Offers.Now),
        _ => request.Cancel("不再需要"),
    };

    private static void AssertUntouched(LicenceRequest request, LicenceRequestState state)
    {
        Assert.Equal(state, request.State);
        Assert.Empty(request.Events);
        Assert.Empty(request.Transitions);
    }
}
