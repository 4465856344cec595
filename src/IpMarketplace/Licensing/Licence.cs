using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Events;
using IpMarketplace.Kernel.Lifecycles;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.OpenLicensing;
using IpMarketplace.Patents;

namespace IpMarketplace.Licensing;

/// <summary>The two sides of a licence.</summary>
public enum LicenceParty
{
    /// <summary>The patentee.</summary>
    Licensor,

    /// <summary>Who exploits.</summary>
    Licensee,
}

/// <summary>A licence to exploit patents and, beside it, its recordal at CNIPA (domain.md 9.7). Its terms never change (GI-05).</summary>
public sealed partial class Licence : Aggregate
{
    private readonly List<LicensedPatent> _patents = [];

    private Licence()
    {
        Number = "";
        LicenseeName = "";
        Fee = null!;
    }

    /// <summary>The licence's number; for an open licence the notice's.</summary>
    public string Number { get; private set; }

    /// <summary>Its type; open licences are ordinary ones (INV-61).</summary>
    public LicenceType Type { get; private set; }

    /// <summary>Whether the licensee may let third parties exploit; never for an open licence (INV-61, OL-54).</summary>
    public bool MaySublicense { get; private set; }

    /// <summary>The patentee.</summary>
    internal long LicensorId { get; private set; }

    /// <summary>The organization that exploits; null for a natural person.</summary>
    internal long? LicenseeId { get; private set; }

    /// <summary>The account of the natural person that exploits; null for an organization.</summary>
    internal long? LicenseePersonId { get; private set; }

    /// <summary>The licensee's name on the notice.</summary>
    public string LicenseeName { get; private set; }

    /// <summary>The request from which it came.</summary>
    internal long RequestId { get; private set; }

    /// <summary>That request, while it is at hand: both may be saved at once.</summary>
    internal LicenceRequest? Request { get; private set; }

    /// <summary>The declaration that was accepted.</summary>
    internal long OpenLicenceId { get; private set; }

    /// <summary>The patents licensed.</summary>
    public IReadOnlyList<LicensedPatent> Patents => _patents;

    /// <summary>Payment method and standard.</summary>
    public FeeTerms Fee { get; private set; }

    /// <summary>When it took effect: at the later of the notice's receipt and the first payment (OL-52).</summary>
    public DateTimeOffset EffectiveAt { get; private set; }

    /// <summary>The first day of exploitation.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>The last day (INV-60).</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>Where it stands.</summary>
    public LicenceState State { get; private set; }

    /// <summary>The day on which it ended, where it did.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Why it ended.</summary>
    public string? EndReason { get; private set; }

    /// <summary>Whether the right ended because it was not maintained, which the licensor owed (OL-37).</summary>
    public bool MaintenanceFailed { get; private set; }

    /// <summary>Which side reported the breach that stands.</summary>
    public LicenceParty? BreachReportedBy { get; private set; }

    /// <summary>The day until which the breach can be cured.</summary>
    public DateOnly? CureDueOn { get; private set; }

    /// <summary>Grants the open licence of a request that took effect. Type, terms and period are the declaration's (INV-41, INV-61).</summary>
    public static Licence Open(LicenceRequest request)
    {
        var effectiveAt = request.EffectiveAt ?? throw new InvalidOperationException($"The request {request.Number} has not taken effect (INV-42).");
        var effectiveOn = ChinaTime.DateIn(effectiveAt);
        var licence = new Licence
        {
            Number = request.Number,
            Type = LicenceType.Open,
            LicensorId = request.PatenteeId,
            LicenseeId = request.LicenseeId,
            LicenseePersonId = request.LicenseePersonId,
            LicenseeName = request.LicenseeName,
            Request = request,
            OpenLicenceId = request.OpenLicenceId,
            Fee = request.Terms.Fee with { },
            EffectiveAt = effectiveAt,
            StartsOn = request.Terms.StartsOn > effectiveOn ? request.Terms.StartsOn : effectiveOn,
            EndsOn = request.Terms.EndsOn,
            RecordalDueOn = LegalCalendar.Weekends.AddMonths(effectiveOn, RecordalMonths),
        };
        licence._patents.Add(new LicensedPatent(request.PatentId, request.Terms.PatentNumber));
        licence.Note(new Transition(null, Spelling.Screaming(LicenceState.Effective), "TAKE_EFFECT", null, request.Number));
        licence.Announce(new LicenceEffective());
        return licence;
    }

    /// <summary>Whether the viewer is a party of the licence.</summary>
    public bool IsOwnedBy(Viewer viewer) => viewer.OrganizationId is { } organization
        ? organization == LicensorId || organization == LicenseeId
        : viewer.IsSignedIn && LicenseePersonId == viewer.UserId;

    /// <summary>On which side a party of the licence stands.</summary>
    public LicenceParty PartyOf(Viewer party) => party.OrganizationId == LicensorId ? LicenceParty.Licensor : LicenceParty.Licensee;

    /// <summary>Reports a breach by the other side, with evidence and a period to cure it.</summary>
    public Refusal? ReportBreach(LicenceParty by, string evidence, DateOnly cureDueOn, DateOnly today)
    {
        if (Refuses(LicenceAction.ReportBreach) is { } refusal)
        {
            return refusal;
        }
        if (cureDueOn <= today)
        {
            return new InputInvalid("cureDueOn", "The other side needs a day after today to cure the breach.", $"{cureDueOn:yyyy-MM-dd}");
        }
        BreachReportedBy = by;
        CureDueOn = cureDueOn;
        Take(LicenceAction.ReportBreach, null, evidence);
        return null;
    }

    /// <summary>Records that the side in breach cured it.</summary>
    public Refusal? RecordCure(LicenceParty by, string evidence)
    {
        if (Refuses(LicenceAction.RecordCure) is { } refusal)
        {
            return refusal;
        }
        if (by == BreachReportedBy)
        {
            return new NotTheEntitledParty();
        }
        BreachReportedBy = null;
        CureDueOn = null;
        Take(LicenceAction.RecordCure, null, evidence);
        return null;
    }

    /// <summary>
    /// Ends it early: while it is effective by an agreement of both sides, after a breach by the side that reported it once the cure period is over.
    /// </summary>
    public Refusal? Terminate(LicenceParty by, string reason, string evidence, DateOnly today)
    {
        if (Refuses(LicenceAction.Terminate) is { } refusal)
        {
            return refusal;
        }
        if (State == LicenceState.Breached && (by != BreachReportedBy || today <= CureDueOn))
        {
            return new NotTheEntitledParty();
        }
        EndWith(LicenceAction.Terminate, reason, today, evidence);
        return null;
    }

    /// <summary>
    /// The system's look at a running licence: it ends with its period or with the right, and is void when the right was invalidated; what was paid
    /// stands (OL-76). Nothing else ends it: not the withdrawal of the declaration (INV-33), not a new owner (INV-63).
    /// </summary>
    public void Review(IReadOnlyList<Patent> patents, DateOnly today)
    {
        if (State is not (LicenceState.Effective or LicenceState.Breached))
        {
            return;
        }
        if (patents.All(patent => patent.Status == RightStatus.Invalidated))
        {
            EndWith(State == LicenceState.Effective ? LicenceAction.Void : LicenceAction.End, "The right was declared invalid.", today);
        }
        else if (patents.All(patent => !patent.IsAlive))
        {
            MaintenanceFailed = patents.Any(patent => patent.Status is RightStatus.Terminated or RightStatus.Surrendered);
            EndWith(LicenceAction.End, $"The right is {Spelling.Screaming(patents[0].Status)}.", today);
        }
        else if (today > EndsOn)
        {
            EndWith(LicenceAction.End, "The licence period is over.", EndsOn);
        }
    }

    private void EndWith(LicenceAction action, string reason, DateOnly on, string? evidence = null)
    {
        EndedOn = on;
        EndReason = reason;
        BreachReportedBy = null;
        CureDueOn = null;
        Take(action, reason, evidence);
        Announce(new LicenceEnded());
    }

    private Refusal? Refuses(LicenceAction action) => LicenceLifecycle.Table.Refuses(State, action, out _);

    private void Take(LicenceAction action, string? reason = null, string? evidence = null)
    {
        LicenceLifecycle.Table.Refuses(State, action, out var to);
        Note(new Transition(Spelling.Screaming(State), Spelling.Screaming(to), Spelling.Screaming(action), reason, evidence));
        State = to;
    }
}
