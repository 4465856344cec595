using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Events;
using IpMarketplace.Kernel.Lifecycles;
using IpMarketplace.Kernel.Time;

namespace IpMarketplace.Patents;

/// <content>The legal status of the right (domain.md 9.1).</content>
public sealed partial class Patent
{
    /// <summary>The legal status, as far as it was shown.</summary>
    public RightStatus Status { get; private set; } = PatentLifecycle.Table.Start;

    /// <summary>The day from which the status stands; null while it was never recorded.</summary>
    public DateOnly? StatusSince { get; private set; }

    /// <summary>
    /// The day on which the present status was last confirmed against the register. Null for imported records that only prove
    /// a past step: nothing may be offered on them until an officer confirms.
    /// </summary>
    public DateOnly? StatusConfirmedOn { get; private set; }

    /// <summary>The day on which the grant was announced.</summary>
    public DateOnly? GrantDate { get; private set; }

    /// <summary>The due date of the first annual fee not yet paid (AF-02); null where it is unknown.</summary>
    public DateOnly? AnnualFeeDueOn { get; private set; }

    /// <summary>The reduction of annual fees granted to the applicants (AF-08).</summary>
    public FeeReduction FeeReduction { get; private set; }

    /// <summary>Whether the right stands, be it with a late fee.</summary>
    public bool IsAlive => Status is RightStatus.InForce or RightStatus.FeeOverdue;

    /// <summary>Records a change of status that CNIPA announced or that the calendar brought (INV-03).</summary>
    /// <param name="action">What happened.</param>
    /// <param name="effectiveOn">The day from which it takes effect.</param>
    /// <param name="evidence">What shows it: the gazette's number, a receipt, an import's batch.</param>
    /// <param name="today">Today in China.</param>
    /// <param name="confirmsPresent">Whether the evidence shows how the right stands today, not only that this once happened.</param>
    public Refusal? RecordStatus(RightAction action, DateOnly effectiveOn, string evidence, DateOnly today, bool confirmsPresent = true)
    {
        if (string.IsNullOrWhiteSpace(evidence))
        {
            return new EvidenceRequired("evidence");
        }
        if (PatentLifecycle.Table.Refuses(Status, action, out var next) is { } refusal)
        {
            return refusal;
        }
        if (Impossible(action, effectiveOn, today) is { } reason)
        {
            return new StatusDateImpossible(action, effectiveOn, reason);
        }
        if (action == RightAction.Surrender && StandingPledgeWithoutConsent(effectiveOn) is { } pledge)
        {
            return new PledgeeConsentMissing(pledge.PartyName);
        }
        switch (action)
        {
            case RightAction.Grant:
                GrantDate = effectiveOn;
                break;
            case RightAction.MissFee:
                AnnualFeeDueOn ??= effectiveOn.AddDays(-1);
                break;
            case RightAction.Terminate:
                effectiveOn = AnnualFeeDueOn ?? effectiveOn;
                break;
            case RightAction.PayFee or RightAction.Restore:
                AnnualFeeDueOn = NextFeeDueOn(AnnualFeeDueOn);
                break;
        }
        MoveTo(next, action, effectiveOn, evidence);
        if (confirmsPresent)
        {
            StatusConfirmedOn = today;
        }
        return null;
    }

    /// <summary>Records that the register shows the present status on a day, and until when annual fees are paid (INV-03).</summary>
    public Refusal? ConfirmStatus(DateOnly on, string evidence, DateOnly today, DateOnly? annualFeeDueOn = null)
    {
        if (string.IsNullOrWhiteSpace(evidence))
        {
            return new EvidenceRequired("evidence");
        }
        if (on > today)
        {
            return new InputInvalid("on", "The register cannot have been read in the future.", $"{on:yyyy-MM-dd}");
        }
        StatusConfirmedOn = on;
        AnnualFeeDueOn = annualFeeDueOn ?? AnnualFeeDueOn;
        Note(new Transition(Spelling.Screaming(Status), Spelling.Screaming(Status), nameof(ConfirmStatus), null, evidence));
        Announce(new PatentChanged());
        return null;
    }

    /// <summary>Records that the annual fee due was paid in time; the next falls due a year later (AF-02).</summary>
    public Refusal? RecordAnnualFee(string evidence)
    {
        if (string.IsNullOrWhiteSpace(evidence))
        {
            return new EvidenceRequired("evidence");
        }
        if (Status != RightStatus.InForce || AnnualFeeDueOn is null)
        {
            return new InputInvalid("patentId", "An annual fee is paid in time on a right in force whose due date is known; a late one is recorded as PAY_FEE.");
        }
        AnnualFeeDueOn = NextFeeDueOn(AnnualFeeDueOn);
        Note(new Transition(Spelling.Screaming(Status), Spelling.Screaming(Status), nameof(RecordAnnualFee), null, evidence));
        Announce(new PatentChanged());
        return null;
    }

    /// <summary>Records the reduction of annual fees that CNIPA granted the applicants (AF-08).</summary>
    public void GrantFeeReduction(FeeReduction reduction)
    {
        FeeReduction = reduction;
        Announce(new PatentChanged());
    }

    /// <summary>What the calendar alone brings: the end of the term, a missed fee, the end of its six months (AF-03, AF-04, AF-11).</summary>
    public void FollowCalendar(DateOnly today)
    {
        if (Status == RightStatus.InForce && ExpiryDate is { } last && today > last)
        {
            MoveTo(RightStatus.Expired, RightAction.Expire, last.AddDays(1), "term");
        }
        if (Status == RightStatus.InForce && AnnualFeeDueOn is { } due && today > due)
        {
            MoveTo(RightStatus.FeeOverdue, RightAction.MissFee, due.AddDays(1), "annual fee");
        }
        if (Status == RightStatus.FeeOverdue && AnnualFeeDueOn is { } missed && today > missed.AddMonths(AnnualFees.GraceMonths))
        {
            MoveTo(RightStatus.Terminated, RightAction.Terminate, missed, "annual fee");
        }
    }

    private void MoveTo(RightStatus next, RightAction action, DateOnly effectiveOn, string evidence)
    {
        Note(new Transition(Spelling.Screaming(Status), Spelling.Screaming(next), Spelling.Screaming(action), null, evidence));
        Announce(new RightStatusChanged(Status, next));
        Status = next;
        StatusSince = effectiveOn;
    }

    private string? Impossible(RightAction action, DateOnly effectiveOn, DateOnly today) => action switch
    {
        _ when effectiveOn > today => "it lies in the future.",
        RightAction.Grant when effectiveOn < FilingDate => $"the application was filed on {FilingDate:yyyy-MM-dd}.",
        RightAction.Expire when ExpiryDate is null => "the filing date is unknown, so the end of the term is too.",
        RightAction.Expire when effectiveOn <= ExpiryDate => $"the term lasts to {ExpiryDate:yyyy-MM-dd}.",
        RightAction.MissFee when effectiveOn <= AnnualFeeDueOn => $"the fee is due by {AnnualFeeDueOn:yyyy-MM-dd}.",
        RightAction.Terminate when today <= AnnualFeeDueOn?.AddMonths(AnnualFees.GraceMonths) =>
            $"the fee may still be paid until {AnnualFeeDueOn?.AddMonths(AnnualFees.GraceMonths):yyyy-MM-dd}.",
        not RightAction.Grant when effectiveOn < GrantDate => $"the right was granted on {GrantDate:yyyy-MM-dd}.",
        _ => null,
    };

    private DateOnly? NextFeeDueOn(DateOnly? paid) => paid is { } due && FilingDate is { } filed
        ? AnnualFees.DueDate(filed, AnnualFees.PatentYear(filed, due.AddMonths(-1)) + 2, LegalCalendar.Weekends)
        : null;
}
