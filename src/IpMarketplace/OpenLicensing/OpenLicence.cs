using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Events;
using IpMarketplace.Kernel.Lifecycles;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Texts;
using IpMarketplace.Patents;

namespace IpMarketplace.OpenLicensing;

/// <summary>
/// An open-licence declaration (开放许可声明, PL 50): prepared and approved here, filed at CNIPA and, once CNIPA announced it, an offer to
/// everyone at one price (domain.md 9.4). The marketplace mirrors what CNIPA does and announces nothing by itself (INV-36).
/// </summary>
public sealed partial class OpenLicence : Aggregate
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
            Take(OpenLicenceAction.StopAccepting, CleanText.Shortened(string.Join(" ", standing.Bars.Select(bar => $"{bar.Rule}: {bar.Fact}")), Reasons.Length));
            Announce(new OpenLicenceStoppedAccepting());
        }
        else if (!Accepting && standing.Bars.Count == 0)
        {
            Accepting = true;
            Take(OpenLicenceAction.AcceptAgain);
            Announce(new OpenLicenceAcceptsAgain());
        }
    }

    private Refusal? Refuses(OpenLicenceAction action) => OpenLicenceLifecycle.Table.Refuses(State, action, out _);

    private void Take(OpenLicenceAction action, string? reason = null, string? evidence = null)
    {
        OpenLicenceLifecycle.Table.Refuses(State, action, out var to);
        Note(new Transition(Spelling.Screaming(State), Spelling.Screaming(to), Spelling.Screaming(action), reason, evidence));
        State = to;
    }
}
