using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Events;
using IpMarketplace.Kernel.Lifecycles;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Patents;

namespace IpMarketplace.OpenLicensing;

/// <summary>Who hid a listing; only the same may show it again.</summary>
public enum Suspender
{
    /// <summary>The system, because a bar arose; it resumes the listing when the bar is gone.</summary>
    System,

    /// <summary>An administration, with a reason.</summary>
    Administrator,

    /// <summary>The owner.</summary>
    Owner,
}

/// <summary>How an open-licence listing describes itself: the platform never announces by itself (INV-21, INV-36).</summary>
public enum OfferLabel
{
    /// <summary>Announced by CNIPA: the licence can be taken.</summary>
    AnnouncedByCnipa,

    /// <summary>The owner intends to declare an open licence; nothing binds yet.</summary>
    IntendsToDeclare,
}

/// <summary>One patent shown by its owner in one mode (domain.md 9.3).</summary>
public sealed class Listing : Aggregate
{
    private Listing() => Content = null!;

    /// <summary>The organization whose listing it is.</summary>
    internal long OrganizationId { get; private set; }

    /// <summary>The patent listed.</summary>
    internal long PatentId { get; private set; }

    /// <summary>What the owner offers to do with it.</summary>
    public ListingMode Mode { get; private set; }

    /// <summary>Where it stands.</summary>
    public ListingState State { get; private set; }

    /// <summary>What it says.</summary>
    internal ListingContent Content { get; private set; }

    /// <summary>Who submitted it last: the account that may not approve it (GI-08).</summary>
    internal long? SubmittedBy { get; private set; }

    /// <summary>Why the approver returned it.</summary>
    internal string? ReturnReason { get; private set; }

    /// <summary>Who hid it, while it is suspended.</summary>
    public Suspender? SuspendedBy { get; private set; }

    /// <summary>Why it is hidden, while it is suspended.</summary>
    internal string? SuspensionReason { get; private set; }

    /// <summary>When it was published first.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Drafts a listing of a patent that the viewer's organization owns.</summary>
    public static Refusal? Create(Viewer viewer, Patent patent, ListingMode mode, ListingContent content, out Listing listing)
    {
        listing = new Listing { OrganizationId = viewer.OrganizationId ?? 0, PatentId = patent.Id, Mode = mode, Content = content };
        if (content.Problems() is { Count: > 0 } problems)
        {
            return new InputInvalid(problems);
        }
        listing.Note(new Transition(null, Spelling.Screaming(ListingState.Draft), "CREATE"));
        listing.Announce(new ListingCreated());
        return null;
    }

    /// <summary>Replaces the content of a draft or a returned listing.</summary>
    public Refusal? Revise(ListingContent content)
    {
        if (Refuses(ListingAction.Revise) is { } refusal)
        {
            return refusal;
        }
        if (content.Problems() is { Count: > 0 } problems)
        {
            return new InputInvalid(problems);
        }
        Content = content;
        Take(ListingAction.Revise);
        return null;
    }

    /// <summary>Hands it to an approver once nothing is missing.</summary>
    public Refusal? Submit(Viewer viewer, Patent patent)
    {
        if (Refuses(ListingAction.Submit) is { } refusal)
        {
            return refusal;
        }
        if (patent.MissingForOffer() is { } incomplete)
        {
            return incomplete;
        }
        if (Content.Missing(patent.CoOwnersOf(OrganizationId).Count) is { Count: > 0 } missing)
        {
            return new ListingIncomplete(missing);
        }
        if (Mode == ListingMode.OpenLicence && Content.Promotion() is { } promotion)
        {
            return promotion;
        }
        SubmittedBy = viewer.UserId;
        ReturnReason = null;
        Take(ListingAction.Submit);
        return null;
    }

    /// <summary>Publishes it.</summary>
    /// <param name="viewer">The approver, another person than the submitter (GI-08).</param>
    /// <param name="standing">How patent and declaration stand today.</param>
    /// <param name="now">The moment of publication.</param>
    public Refusal? Approve(Viewer viewer, OfferStanding standing, DateTimeOffset now)
    {
        if (Refuses(ListingAction.Approve) is { } refusal)
        {
            return refusal;
        }
        if (viewer.UserId == SubmittedBy)
        {
            return new ApproverMustDiffer("approveListing");
        }
        if (Bars(standing) is { } barred)
        {
            return barred;
        }
        if (Mode == ListingMode.OpenLicence && Content.Promotion() is { } promotion)
        {
            return promotion;
        }
        PublishedAt ??= now;
        Take(ListingAction.Approve);
        Announce(new ListingPublished());
        return null;
    }

    /// <summary>Sends it back to the officer.</summary>
    public Refusal? Return(Viewer viewer, string reason)
    {
        if (Refuses(ListingAction.Return) is { } refusal)
        {
            return refusal;
        }
        if (viewer.UserId == SubmittedBy)
        {
            return new ApproverMustDiffer("returnListing");
        }
        ReturnReason = reason;
        Take(ListingAction.Return, reason);
        return null;
    }

    /// <summary>Hides it, with a reason.</summary>
    public Refusal? Suspend(Viewer viewer, string reason)
    {
        if (Refuses(ListingAction.Suspend) is { } refusal)
        {
            return refusal;
        }
        SuspendedBy = SuspenderOf(viewer);
        SuspensionReason = reason;
        Take(ListingAction.Suspend, reason);
        Announce(new ListingSuspended());
        return null;
    }

    /// <summary>Shows it again; only who suspended it may, and only when nothing bars it.</summary>
    public Refusal? Resume(Viewer viewer, OfferStanding standing)
    {
        if (Refuses(ListingAction.Resume) is { } refusal)
        {
            return refusal;
        }
        if (SuspendedBy is { } suspender && suspender != SuspenderOf(viewer))
        {
            return new SuspendedByAnother(suspender);
        }
        if (Bars(standing) is { } barred)
        {
            return barred;
        }
        SuspendedBy = null;
        SuspensionReason = null;
        Take(ListingAction.Resume);
        Announce(new ListingResumed());
        return null;
    }

    /// <summary>Ends it.</summary>
    public Refusal? Close(string reason)
    {
        if (Refuses(ListingAction.Close) is { } refusal)
        {
            return refusal;
        }
        SuspendedBy = null;
        Take(ListingAction.Close, reason);
        Announce(new ListingClosed());
        return null;
    }

    /// <summary>
    /// The system's look at a listing after something changed: it ends with the right (INV-01), is hidden while a bar stands and shown again
    /// when the bar is gone (domain.md 9.3).
    /// </summary>
    public void Review(OfferStanding standing)
    {
        if (State is not (ListingState.Published or ListingState.Suspended))
        {
            return;
        }
        if (standing.RightEnded)
        {
            Close($"The right is {Spelling.Screaming(standing.Right)}.");
        }
        else if (State == ListingState.Published && Bars(standing) is { } barred)
        {
            Suspend(Viewer.System, barred.Message);
        }
        else if (SuspendedBy == Suspender.System)
        {
            Resume(Viewer.System, standing);
        }
    }

    /// <summary>How an open-licence listing may call itself (INV-21); null in other modes.</summary>
    /// <param name="isAnnounced">Whether a declaration of the patent is announced.</param>
    public OfferLabel? LabelWhen(bool isAnnounced) => Mode != ListingMode.OpenLicence ? null
        : isAnnounced ? OfferLabel.AnnouncedByCnipa
        : OfferLabel.IntendsToDeclare;

    private Refusal? Bars(OfferStanding standing)
    {
        if (standing.Right != RightStatus.InForce)
        {
            return new RightNotInForce(standing.PatentNumber, standing.Right);
        }
        if (Mode is ListingMode.Transfer or ListingMode.Equity && standing.IsAnnounced)
        {
            return new BarredWhileDeclared(Mode);
        }
        var bars = standing.BarsOfListing(Mode);
        return bars.Count > 0 ? new OpenLicenceBarred(bars) : null;
    }

    private static Suspender SuspenderOf(Viewer viewer) =>
        viewer.IsSystem ? Suspender.System : viewer.IsAdministrator ? Suspender.Administrator : Suspender.Owner;

    private Refusal? Refuses(ListingAction action) => ListingLifecycle.Table.Refuses(State, action, out _);

    private void Take(ListingAction action, string? reason = null)
    {
        ListingLifecycle.Table.Refuses(State, action, out var to);
        Note(new Transition(Spelling.Screaming(State), Spelling.Screaming(to), Spelling.Screaming(action), reason));
        State = to;
    }
}
