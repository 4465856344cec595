using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Events;
using IpMarketplace.Kernel.Lifecycles;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Organizations;
using IpMarketplace.Patents;

namespace IpMarketplace.OpenLicensing;

/// <summary>
/// An open-licence declaration (开放许可声明, PL 50): prepared and approved here, filed at CNIPA and, once CNIPA announced it, an offer to
/// everyone at one price (domain.md 9.4). The marketplace mirrors what CNIPA does and announces nothing by itself (INV-36).
/// </summary>
public sealed class OpenLicence : Aggregate
{
    /// <summary>The longest number of a receipt or a gazette.</summary>
    public const int EvidenceLength = 60;

    private readonly List<CoOwnerConsent> _consents = [];

    private OpenLicence()
    {
        PatentNumber = "";
        Declared = null!;
    }

    /// <summary>The patentee that declares, for all owners.</summary>
    internal long OrganizationId { get; private set; }

    /// <summary>The patent.</summary>
    internal long PatentId { get; private set; }

    /// <summary>The number declared (OL-03), as <c>ZL202010123456.2</c>.</summary>
    public string PatentNumber { get; private set; }

    /// <summary>Where it stands.</summary>
    public OpenLicenceState State { get; private set; }

    /// <summary>Whether new notices can be sent: announced, and no bar stands (OL-47).</summary>
    public bool Accepting { get; private set; }

    /// <summary>Fee, period and the rest of what is declared.</summary>
    public Declaration Declared { get; private set; }

    /// <summary>The written consents of the co-owners (INV-35).</summary>
    internal IReadOnlyList<CoOwnerConsent> Consents => _consents;

    /// <summary>Consents of an earlier round were given to other terms, or to a withdrawal that was retracted, and no longer count.</summary>
    internal int ConsentRound { get; private set; }

    /// <summary>Who submitted it last: the account that may not approve it (GI-08).</summary>
    internal long? SubmittedBy { get; private set; }

    /// <summary>Why the approver returned it.</summary>
    internal string? ReturnReason { get; private set; }

    /// <summary>When it was filed at CNIPA, last.</summary>
    public DateOnly? FiledOn { get; private set; }

    /// <summary>CNIPA's receipt of the filing.</summary>
    internal string? ReceiptNumber { get; private set; }

    /// <summary>Until when a correction is due.</summary>
    public DateOnly? CorrectionDueOn { get; private set; }

    /// <summary>What CNIPA wants corrected, or why it refused.</summary>
    internal string? CnipaReason { get; private set; }

    /// <summary>When CNIPA announced it: from then on it binds (OL-30).</summary>
    public DateOnly? AnnouncedOn { get; private set; }

    /// <summary>The gazette that shows the announcement (INV-36).</summary>
    public string? GazetteNumber { get; private set; }

    /// <summary>When its withdrawal was filed.</summary>
    public DateOnly? WithdrawalFiledOn { get; private set; }

    /// <summary>The legitimate reason of the withdrawal (OL-42).</summary>
    public string? WithdrawalReason { get; private set; }

    /// <summary>When the withdrawal was announced and took effect (OL-43).</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>The gazette that shows the withdrawal.</summary>
    public string? WithdrawalGazetteNumber { get; private set; }

    /// <summary>When it ended with the right or the declared period.</summary>
    public DateOnly? LapsedOn { get; private set; }

    /// <summary>Whether the offer binds: announced, its withdrawal not yet announced (OL-30, OL-43).</summary>
    public bool IsAnnounced => OpenLicenceLifecycle.Announcements.Contains(State);

    /// <summary>Drafts a declaration for a granted patent (OL-01) that the viewer's organization owns.</summary>
    public static Refusal? Draft(Viewer viewer, Patent patent, Declaration declared, out OpenLicence openLicence)
    {
        openLicence = new OpenLicence
        {
            OrganizationId = viewer.OrganizationId ?? 0,
            PatentId = patent.Id,
            PatentNumber = patent.Number?.AsPatentNumber() ?? "",
            Declared = declared,
        };
        if (declared.Problems() is { Count: > 0 } problems)
        {
            return new InputInvalid(problems);
        }
        if (patent.MissingForOffer() is { } incomplete)
        {
            return incomplete;
        }
        if (!patent.IsAlive)
        {
            return new RightNotInForce(openLicence.PatentNumber, patent.Status);
        }
        openLicence.Note(new Transition(null, Spelling.Screaming(OpenLicenceState.Draft), "DRAFT"));
        openLicence.Announce(new OpenLicenceDrafted());
        return null;
    }

    /// <summary>Replaces what a draft declares; co-owners have to consent to the new terms.</summary>
    public Refusal? Revise(Declaration declared)
    {
        if (Refuses(OpenLicenceAction.Revise) is { } refusal)
        {
            return refusal;
        }
        if (declared.Problems() is { Count: > 0 } problems)
        {
            return new InputInvalid(problems);
        }
        Declared = declared;
        ConsentRound++;
        Take(OpenLicenceAction.Revise);
        return null;
    }

    /// <summary>Records a co-owner's written consent to declare (before filing) or to withdraw (while announced).</summary>
    /// <param name="owner">The co-owner, as the patent names it.</param>
    /// <param name="document">The written consent, by its reference.</param>
    /// <param name="now">The moment of recording.</param>
    public Refusal? Consent(PatentOwner owner, string document, DateTimeOffset now)
    {
        ConsentAct? act = State switch
        {
            OpenLicenceState.Draft or OpenLicenceState.InternalReview or OpenLicenceState.Ready => ConsentAct.Declare,
            OpenLicenceState.Announced => ConsentAct.Withdraw,
            _ => null,
        };
        if (act is not { } consented)
        {
            return new NotAllowedInState(nameof(OpenLicence), Spelling.Screaming(State), "CONSENT", [.. OpenLicenceLifecycle.Table.AllowedActions(State).Select(Spelling.Screaming)]);
        }
        if (HasConsented(owner, consented))
        {
            return new ConsentGivenAlready(owner.Name);
        }
        _consents.Add(new CoOwnerConsent(owner.OrganizationId, owner.Name, consented, ConsentRound, document, now));
        Note(new Transition(Spelling.Screaming(State), Spelling.Screaming(State), "CONSENT", null, document));
        return null;
    }

    /// <summary>Hands it to an approver once what the law asks of its content is there.</summary>
    public Refusal? Submit(Viewer viewer, Patent patent, DateOnly today)
    {
        var refusal = Refuses(OpenLicenceAction.Submit) ?? Incomplete(patent, today) ?? Barred(patent, today);
        if (refusal is not null)
        {
            return refusal;
        }
        SubmittedBy = viewer.UserId;
        ReturnReason = null;
        Take(OpenLicenceAction.Submit);
        return null;
    }

    /// <summary>Sends it back to the officer.</summary>
    public Refusal? Return(Viewer viewer, string reason)
    {
        if (Refuses(OpenLicenceAction.Return) is { } refusal)
        {
            return refusal;
        }
        if (viewer.UserId == SubmittedBy)
        {
            return new ApproverMustDiffer("returnOpenLicence");
        }
        ReturnReason = reason;
        Take(OpenLicenceAction.Return, reason);
        return null;
    }

    /// <summary>Approves it for filing; from here on its terms are frozen (INV-31).</summary>
    public Refusal? Approve(Viewer viewer, Patent patent, DateOnly today)
    {
        if (Refuses(OpenLicenceAction.Approve) is { } refusal)
        {
            return refusal;
        }
        if (viewer.UserId == SubmittedBy)
        {
            return new ApproverMustDiffer("approveOpenLicence");
        }
        if ((ConsentsMissing(patent, ConsentAct.Declare) ?? Barred(patent, today) ?? Unpublicised(patent, today) ?? Incomplete(patent, today)) is { } missing)
        {
            return missing;
        }
        Take(OpenLicenceAction.Approve);
        return null;
    }

    /// <summary>Records that it was filed at CNIPA, at first or again after a correction.</summary>
    public Refusal? File(Patent patent, DateOnly filedOn, string receiptNumber, DateOnly today)
    {
        if ((Refuses(OpenLicenceAction.File) ?? NotOn("filedOn", filedOn, FiledOn, today)) is { } refusal)
        {
            return refusal;
        }
        if ((ConsentsMissing(patent, ConsentAct.Declare) ?? Barred(patent, today) ?? Outlives(patent, today)) is { } barred)
        {
            return barred;
        }
        FiledOn = filedOn;
        ReceiptNumber = receiptNumber;
        CorrectionDueOn = null;
        CnipaReason = null;
        Take(OpenLicenceAction.File, null, receiptNumber);
        Announce(new OpenLicenceFiled());
        return null;
    }

    /// <summary>Records that CNIPA asks for a correction.</summary>
    public Refusal? RecordCorrection(string reason, DateOnly dueOn)
    {
        if (Refuses(OpenLicenceAction.RecordCorrection) is { } refusal)
        {
            return refusal;
        }
        if (dueOn < FiledOn)
        {
            return new InputInvalid("dueOn", $"A correction is due after the filing of {FiledOn:yyyy-MM-dd}.", $"{dueOn:yyyy-MM-dd}");
        }
        CnipaReason = reason;
        CorrectionDueOn = dueOn;
        Take(OpenLicenceAction.RecordCorrection, reason);
        return null;
    }

    /// <summary>Records that CNIPA refused it.</summary>
    public Refusal? RecordRefusal(string reason)
    {
        if (Refuses(OpenLicenceAction.RecordRefusal) is { } refusal)
        {
            return refusal;
        }
        CnipaReason = reason;
        CorrectionDueOn = null;
        Take(OpenLicenceAction.RecordRefusal, reason);
        return null;
    }

    /// <summary>Records CNIPA's announcement with its evidence (INV-36); the offer binds and accepts notices.</summary>
    public Refusal? RecordAnnouncement(Patent patent, DateOnly announcedOn, string gazetteNumber, DateOnly today)
    {
        if ((Refuses(OpenLicenceAction.RecordAnnouncement) ?? NotOn("announcedOn", announcedOn, FiledOn, today)) is { } refusal)
        {
            return refusal;
        }
        if ((Barred(patent, today) ?? Outlives(patent, today)) is { } barred)
        {
            return barred;
        }
        AnnouncedOn = announcedOn;
        GazetteNumber = gazetteNumber;
        Accepting = true;
        Take(OpenLicenceAction.RecordAnnouncement, null, gazetteNumber);
        Announce(new OpenLicenceAnnounced());
        return null;
    }

    /// <summary>Records that its withdrawal was filed, for a legitimate reason and by all owners (OL-40 to OL-42).</summary>
    public Refusal? FileWithdrawal(Patent patent, string reason, DateOnly filedOn, DateOnly today)
    {
        if ((Refuses(OpenLicenceAction.FileWithdrawal) ?? NotOn("filedOn", filedOn, AnnouncedOn, today)) is { } refusal)
        {
            return refusal;
        }
        if (ConsentsMissing(patent, ConsentAct.Withdraw) is { } missing)
        {
            return missing;
        }
        WithdrawalReason = reason;
        WithdrawalFiledOn = filedOn;
        Take(OpenLicenceAction.FileWithdrawal, reason);
        return null;
    }

    /// <summary>Records the announcement of the withdrawal; it takes effect that day (OL-43) and touches no licence taken before (OL-44).</summary>
    public Refusal? RecordWithdrawal(DateOnly announcedOn, string gazetteNumber, DateOnly today)
    {
        if ((Refuses(OpenLicenceAction.RecordWithdrawal) ?? NotOn("announcedOn", announcedOn, WithdrawalFiledOn, today)) is { } refusal)
        {
            return refusal;
        }
        WithdrawnOn = announcedOn;
        WithdrawalGazetteNumber = gazetteNumber;
        Accepting = false;
        Take(OpenLicenceAction.RecordWithdrawal, null, gazetteNumber);
        Announce(new OpenLicenceWithdrawn());
        return null;
    }

    /// <summary>Records that the withdrawal was retracted or refused; the consents to it are used up.</summary>
    public Refusal? RetractWithdrawal(string reason)
    {
        if (Refuses(OpenLicenceAction.RetractWithdrawal) is { } refusal)
        {
            return refusal;
        }
        ConsentRound++;
        WithdrawalFiledOn = null;
        WithdrawalReason = null;
        Take(OpenLicenceAction.RetractWithdrawal, reason);
        return null;
    }

    /// <summary>
    /// The system's look at an announced declaration after something changed or a day began: it lapses with the right or its period, stops
    /// accepting while a bar stands and accepts again afterwards (OL-47). Licences taken are not touched.
    /// </summary>
    public void Review(OfferStanding standing, DateOnly today)
    {
        if (!IsAnnounced)
        {
            return;
        }
        if (standing.RightEnded || today > Declared.PeriodEnd)
        {
            Accepting = false;
            LapsedOn = today;
            Take(OpenLicenceAction.Lapse, standing.RightEnded ? $"The right is {Spelling.Screaming(standing.Right)}." : "The declared period is over.");
            Announce(new OpenLicenceLapsed());
        }
        else if (Accepting && standing.Bars.Count > 0)
        {
            Accepting = false;
            Take(OpenLicenceAction.StopAccepting, string.Join(" ", standing.Bars.Select(bar => $"{bar.Rule}: {bar.Fact}")));
            Announce(new OpenLicenceStoppedAccepting());
        }
        else if (!Accepting && standing.Bars.Count == 0)
        {
            Accepting = true;
            Take(OpenLicenceAction.AcceptAgain);
            Announce(new OpenLicenceAcceptsAgain());
        }
    }

    private Refusal? Incomplete(Patent patent, DateOnly today)
    {
        if (patent.Kind != PatentKind.Invention)
        {
            if (patent.EvaluationReport is not { } report)
            {
                return new EvaluationReportMissing();
            }
            if (report.Conclusion != EvaluationConclusion.Meets)
            {
                return new EvaluationReportNegative(report.Reference);
            }
        }
        return patent.MissingForOffer() is { } missing ? missing
            : string.IsNullOrWhiteSpace(Declared.FeeStatement) ? new FeeStatementMissing()
            : Declared.Fee.Warnings.Count > 0 && string.IsNullOrWhiteSpace(Declared.AboveUsualReason) ? new FeeAboveUsual(Declared.Fee.Warnings)
            : Declared.Promotion() ?? Outlives(patent, today);
    }

    private Refusal? Outlives(Patent patent, DateOnly today) =>
        Declared.PeriodEnd < today ? new PeriodOver(Declared.PeriodEnd)
        : patent.ExpiryDate is { } expiry && Declared.PeriodEnd > expiry ? new PeriodExceedsPatent(Declared.PeriodEnd, expiry)
        : null;

    private static OpenLicenceBarred? Barred(Patent patent, DateOnly today) => OpenLicenceBars.Of(patent, today) is { Count: > 0 } bars ? new OpenLicenceBarred(bars) : null;

    private ConsentsMissing? ConsentsMissing(Patent patent, ConsentAct act)
    {
        var missing = patent.CoOwnersOf(OrganizationId).Where(owner => !HasConsented(owner, act)).Select(owner => owner.Name).ToList();
        return missing.Count > 0 ? new ConsentsMissing(missing, act) : null;
    }

    private bool HasConsented(PatentOwner owner, ConsentAct act) =>
        _consents.Exists(consent => consent.Act == act && consent.Round == ConsentRound && consent.OwnerId == owner.OrganizationId && consent.OwnerName == owner.Name);

    // UN-03 binds state universities and institutes that set a price; a free licence has none.
    private PricePublicityUnfinished? Unpublicised(Patent patent, DateOnly today)
    {
        var declarant = patent.Owners.FirstOrDefault(owner => owner.OrganizationId == OrganizationId);
        if (Declared.Fee.Structure == FeeStructure.Free || declarant?.Kind is not (OrganizationKind.University or OrganizationKind.Institute))
        {
            return null;
        }
        var endsOn = Declared.PricePostedOn?.AddDays(Declaration.PublicityDays);
        return endsOn is null || endsOn > today ? new PricePublicityUnfinished(endsOn) : null;
    }

    private static InputInvalid? NotOn(string field, DateOnly given, DateOnly? earliest, DateOnly today) =>
        given > today ? new InputInvalid(field, $"The day lies in the future; today is {today:yyyy-MM-dd}.", $"{given:yyyy-MM-dd}")
        : given < earliest ? new InputInvalid(field, $"The day lies before {earliest:yyyy-MM-dd}, when the step before was taken.", $"{given:yyyy-MM-dd}")
        : null;

    private Refusal? Refuses(OpenLicenceAction action) => OpenLicenceLifecycle.Table.Refuses(State, action, out _);

    private void Take(OpenLicenceAction action, string? reason = null, string? evidence = null)
    {
        OpenLicenceLifecycle.Table.Refuses(State, action, out var to);
        Note(new Transition(Spelling.Screaming(State), Spelling.Screaming(to), Spelling.Screaming(action), reason, evidence));
        State = to;
    }
}
