using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Events;
using IpMarketplace.Kernel.Lifecycles;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.OpenLicensing;
using IpMarketplace.Patents;

namespace IpMarketplace.Licensing;

/// <summary>
/// A request for an open licence: the licensee's notice and, where the declaration asks for one, its first payment (PL 51, OL-50). The patentee
/// confirms money; it cannot refuse, delay or add conditions (OL-36, INV-40).
/// </summary>
public sealed class LicenceRequest : Aggregate
{
    private readonly List<Payment> _payments = [];

    private LicenceRequest()
    {
        Number = "";
        LicenseeName = "";
        Terms = null!;
        Notice = null!;
    }

    /// <summary>The notice's number: the patent's, and its place among the notices to this declaration.</summary>
    public string Number { get; private set; }

    /// <summary>The declaration that is accepted.</summary>
    internal long OpenLicenceId { get; private set; }

    /// <summary>The patent.</summary>
    internal long PatentId { get; private set; }

    /// <summary>The patentee that declared.</summary>
    internal long PatenteeId { get; private set; }

    /// <summary>The organization that takes the licence; null for a natural person.</summary>
    internal long? LicenseeId { get; private set; }

    /// <summary>The account of the natural person that takes it; null for an organization.</summary>
    internal long? LicenseePersonId { get; private set; }

    /// <summary>The licensee's name on the notice.</summary>
    public string LicenseeName { get; private set; }

    /// <summary>Where it stands.</summary>
    public LicenceRequestState State { get; private set; }

    /// <summary>The terms, copied from the declaration (INV-41).</summary>
    public LicenceTerms Terms { get; private set; }

    /// <summary>The notice as it was received.</summary>
    public LicenceNotice Notice { get; private set; }

    /// <summary>When the notice entered the patentee's inbox (OL-51): the contract is formed (OL-52).</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>RMB due first, computed from the declaration; 0 when nothing is (OL-53).</summary>
    public decimal AmountDue { get; private set; }

    /// <summary>The last day to pay it; null when nothing is due.</summary>
    public DateOnly? PaymentDueOn { get; private set; }

    /// <summary>Reported payments and their reversals, in order.</summary>
    public IReadOnlyList<Payment> Payments => _payments;

    /// <summary>RMB paid and not reversed; never more than is due (INV-70).</summary>
    public decimal AmountPaid => _payments.Sum(payment => payment.Amount);

    /// <summary>When the patentee confirmed the payment, or its silence did.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>When the licence took effect.</summary>
    public DateTimeOffset? EffectiveAt { get; private set; }

    /// <summary>Whether what was paid has to be given back because the right ended before the licence took effect.</summary>
    public bool RefundDue { get; private set; }

    /// <summary>
    /// Sends the notice, which enters the patentee's inbox at once (OL-51). Where nothing is due the licence takes effect with it (OL-53),
    /// otherwise the first payment is awaited.
    /// </summary>
    /// <param name="licensee">Who takes the licence.</param>
    /// <param name="openLicence">The declaration.</param>
    /// <param name="patent">Its patent.</param>
    /// <param name="patentee">The patentee's name.</param>
    /// <param name="wishedStart">The first day wished for; null for as soon as possible.</param>
    /// <param name="sequence">The notice's place among the notices to this declaration.</param>
    /// <param name="now">The moment of sending and receipt.</param>
    /// <param name="request">The request.</param>
    public static Refusal? Send(
        Licensee licensee,
        OpenLicence openLicence,
        Patent patent,
        string patentee,
        DateOnly? wishedStart,
        int sequence,
        DateTimeOffset now,
        out LicenceRequest request)
    {
        request = new LicenceRequest();
        var today = ChinaTime.DateIn(now);
        var declared = openLicence.Declared;
        if (patent.IsOwnedBy(licensee.OrganizationId))
        {
            return new OwnPatent();
        }
        if (licensee.OrganizationId is not null && licensee.CreditCode is null)
        {
            return new IdentityNotVerified();
        }
        if (!openLicence.IsAnnounced || !openLicence.Accepting || today > declared.PeriodEnd || OpenLicenceBars.Of(patent, today).Count > 0)
        {
            return new OpenLicenceNotAccepting(openLicence.State, openLicence.IsAnnounced ? OpenLicenceBars.Of(patent, today) : []);
        }
        var start = wishedStart ?? today;
        if (start < today || start > declared.PeriodEnd)
        {
            return new StartOutsidePeriod(start, today, declared.PeriodEnd);
        }
        request.Number = $"{openLicence.PatentNumber}-{openLicence.AnnouncedOn:yyMMdd}-{sequence:000}";
        request.OpenLicenceId = openLicence.Id;
        request.PatentId = patent.Id;
        request.PatenteeId = openLicence.OrganizationId;
        request.LicenseeId = licensee.OrganizationId;
        request.LicenseePersonId = licensee.PersonId;
        request.LicenseeName = licensee.Name;
        request.Terms = new LicenceTerms(
            openLicence.PatentNumber,
            openLicence.AnnouncedOn!.Value,
            openLicence.GazetteNumber!,
            declared.Fee,
            start,
            declared.PeriodEnd,
            declared.OtherMatters);
        request.Notice = LicenceNotice.Write(request.Number, licensee, patentee, request.Terms, now);
        request.Receive(now, declared.PaymentDays);
        return null;
    }

    /// <summary>Whether the viewer's organization, or the natural person, sent it.</summary>
    public bool IsSentBy(Viewer viewer) => viewer.OrganizationId is { } organization
        ? LicenseeId == organization
        : viewer.IsSignedIn && LicenseePersonId == viewer.UserId;

    /// <summary>Reports that the payment was made.</summary>
    /// <param name="amount">RMB; exactly what is due (INV-44).</param>
    /// <param name="paidOn">The day of the transfer.</param>
    /// <param name="voucher">The bank's voucher, by its reference.</param>
    /// <param name="now">The moment of the report.</param>
    public Refusal? ReportPayment(decimal amount, DateOnly paidOn, string voucher, DateTimeOffset now)
    {
        if (Refuses(LicenceRequestAction.ReportPayment) is { } refusal)
        {
            return refusal;
        }
        var today = ChinaTime.DateIn(now);
        if (today > PaymentDueOn)
        {
            return new PaymentDeadlinePassed(PaymentDueOn.Value);
        }
        if (amount != AmountDue)
        {
            return new AmountNotAsDue(AmountDue, amount);
        }
        var noticed = ChinaTime.DateIn(ReceivedAt);
        if (paidOn > today || paidOn < noticed)
        {
            return new InputInvalid("paidOn", $"The payment was made from {noticed:yyyy-MM-dd}, the day of the notice, to today.", $"{paidOn:yyyy-MM-dd}");
        }
        _payments.Add(new Payment(_payments.Count + 1, amount, paidOn, voucher, now));
        Take(LicenceRequestAction.ReportPayment, null, voucher);
        Announce(new LicencePaymentReported());
        return null;
    }

    /// <summary>Confirms the payment, by the patentee or by its silence; the licence takes effect.</summary>
    public Refusal? ConfirmPayment(Patent patent, DateTimeOffset now, string? reason = null)
    {
        if (Refuses(LicenceRequestAction.ConfirmPayment) is { } refusal)
        {
            return refusal;
        }
        var payment = _payments[^1];
        if (!patent.GivesLicencesOn(ChinaTime.DateIn(now)))
        {
            return new RightEnded(Terms.PatentNumber);
        }
        ConfirmedAt = now;
        EffectiveAt = Later(ReceivedAt, ChinaTime.StartOf(payment.PaidOn));
        Take(LicenceRequestAction.ConfirmPayment, reason, payment.Voucher);
        Announce(new LicencePaymentConfirmed());
        return null;
    }

    /// <summary>Disputes the payment: not received, or not as due. It is reversed and due again; the days it took are added to the deadline.</summary>
    public Refusal? DisputePayment(string reason, DateTimeOffset now)
    {
        if (Refuses(LicenceRequestAction.DisputePayment) is { } refusal)
        {
            return refusal;
        }
        var disputed = _payments[^1];
        _payments.Add(new Payment(_payments.Count + 1, -disputed.Amount, ChinaTime.DateIn(now), disputed.Voucher, now, disputed.Number, reason));
        PaymentDueOn = PaymentDueOn?.AddDays(ChinaTime.DateIn(now).DayNumber - ChinaTime.DateIn(disputed.RecordedAt).DayNumber);
        Take(LicenceRequestAction.DisputePayment, reason);
        Announce(new LicencePaymentDisputed());
        return null;
    }

    /// <summary>Takes the request back before payment.</summary>
    public Refusal? Cancel(string? reason)
    {
        if (Refuses(LicenceRequestAction.Cancel) is { } refusal)
        {
            return refusal;
        }
        Take(LicenceRequestAction.Cancel, reason);
        Announce(new LicenceRequestEnded());
        return null;
    }

    /// <summary>
    /// The system's look at an open request: void when the right ended before the licence took effect, expired when the deadline passed, confirmed
    /// when the patentee stayed silent for too long after a voucher. A stop of new requests does not touch it (INV-43).
    /// </summary>
    public void Review(Patent patent, LicensingRules rules, DateTimeOffset now)
    {
        var today = ChinaTime.DateIn(now);
        if (State is not (LicenceRequestState.AwaitingPayment or LicenceRequestState.PaymentReported))
        {
            return;
        }
        if (!patent.GivesLicencesOn(today))
        {
            RefundDue = AmountPaid > 0;
            Take(LicenceRequestAction.Void, $"The right is {Spelling.Screaming(patent.Status)}.");
            Announce(new LicenceRequestEnded());
        }
        else if (State == LicenceRequestState.AwaitingPayment && today > PaymentDueOn)
        {
            Take(LicenceRequestAction.ExpireUnpaid, $"The payment was due by {PaymentDueOn:yyyy-MM-dd}.");
            Announce(new LicenceRequestEnded());
        }
        else if (State == LicenceRequestState.PaymentReported
            && rules.SilenceDays is { } days
            && today > ChinaTime.DateIn(_payments[^1].RecordedAt).AddDays(days))
        {
            ConfirmPayment(patent, now, $"The patentee was silent for {days} days.");
        }
    }

    private void Receive(DateTimeOffset now, int paymentDays)
    {
        Note(new Transition(null, Spelling.Screaming(LicenceRequestState.Draft), "DRAFT"));
        Take(LicenceRequestAction.SendNotice, null, Notice.Sha256);
        ReceivedAt = now;
        Take(LicenceRequestAction.ReceiveNotice);
        Announce(new LicenceNoticeReceived());
        AmountDue = Terms.Fee.FirstPaymentDue;
        if (AmountDue == 0)
        {
            EffectiveAt = now;
            Take(LicenceRequestAction.GrantWithoutPayment);
        }
        else
        {
            PaymentDueOn = ChinaTime.DateIn(now).AddDays(paymentDays);
            Take(LicenceRequestAction.AskForPayment);
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private Refusal? Refuses(LicenceRequestAction action) => LicenceRequestLifecycle.Table.Refuses(State, action, out _);

    private void Take(LicenceRequestAction action, string? reason = null, string? evidence = null)
    {
        LicenceRequestLifecycle.Table.Refuses(State, action, out var to);
        Note(new Transition(Spelling.Screaming(State), Spelling.Screaming(to), Spelling.Screaming(action), reason, evidence));
        State = to;
    }
}
