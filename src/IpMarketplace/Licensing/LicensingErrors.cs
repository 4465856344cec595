using IpMarketplace.Kernel.Errors;
using IpMarketplace.OpenLicensing;

namespace IpMarketplace.Licensing;

/// <summary>The declaration does not take notices: it is not announced, or new requests are stopped (OL-47).</summary>
/// <param name="State">Where the declaration stands.</param>
/// <param name="Bars">What bars it, where that is why.</param>
public sealed record OpenLicenceNotAccepting(OpenLicenceState State, IReadOnlyList<OpenLicenceBar> Bars) : Refusal
{
    /// <inheritdoc/>
    public override string Message => Bars.Count > 0
        ? $"New requests are stopped: {string.Join(" ", Bars.Select(bar => $"{bar.Rule}: {bar.Fact}"))}"
        : "This declaration is not announced or its period is over; a notice can be sent only to an announced one (OL-30).";
}

/// <summary>The licensee has an open request for this declaration already.</summary>
/// <param name="NoticeNumber">That request.</param>
public sealed record RequestUnderWay(string NoticeNumber) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"You have sent the notice {NoticeNumber} for this declaration already; complete or cancel it first.";
}

/// <summary>The licensee holds a licence of the same patent in an overlapping period (domain.md 9.5).</summary>
/// <param name="LicenceNumber">That licence.</param>
/// <param name="EndsOn">Its last day.</param>
public sealed record LicensedAlready(string LicenceNumber, DateOnly EndsOn) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"You hold the licence {LicenceNumber} of this patent until {EndsOn:yyyy-MM-dd}.";
}

/// <summary>A patentee needs no licence of its own patent.</summary>
public sealed record OwnPatent : Refusal
{
    /// <inheritdoc/>
    public override string Message => "Your organization owns this patent and needs no licence of it.";
}

/// <summary>The licensee's identity is not verified: an organization needs its credit code (domain.md 9.5).</summary>
public sealed record IdentityNotVerified : Refusal
{
    /// <inheritdoc/>
    public override string Message => "Your organization has no verified Unified Social Credit Code yet; a notice needs one.";
}

/// <summary>The start wished for lies before today or after the declared period (OL-13).</summary>
/// <param name="Start">The day wished for.</param>
/// <param name="Earliest">The first possible day.</param>
/// <param name="Latest">The last possible day.</param>
public sealed record StartOutsidePeriod(DateOnly Start, DateOnly Earliest, DateOnly Latest) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"The licence can begin from {Earliest:yyyy-MM-dd} to {Latest:yyyy-MM-dd}, not on {Start:yyyy-MM-dd}.";
}

/// <summary>The amount is not what is due; over- or under-payment completes nothing (INV-44).</summary>
/// <param name="Due">RMB due.</param>
/// <param name="Reported">RMB reported.</param>
public sealed record AmountNotAsDue(decimal Due, decimal Reported) : Refusal
{
    /// <inheritdoc/>
    public override string Message => FormattableString.Invariant($"RMB {Due:0.00} is due by the declaration, not {Reported:0.00} (INV-44).");
}

/// <summary>The payment deadline passed.</summary>
/// <param name="DueOn">The last day.</param>
public sealed record PaymentDeadlinePassed(DateOnly DueOn) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"The payment was due by {DueOn:yyyy-MM-dd}; send a new notice.";
}

/// <summary>The right ended before the licence took effect: none can be granted any more (GI-01, OL-77).</summary>
/// <param name="PatentNumber">The patent.</param>
public sealed record RightEnded(string PatentNumber) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"The right {PatentNumber} has ended; no licence can take effect any more, and what was paid is to be refunded.";
}

/// <summary>CNIPA would refuse the recordal (RC-09).</summary>
/// <param name="Grounds">The grounds, each with its number in RC-09.</param>
public sealed record RecordalWouldBeRefused(IReadOnlyList<string> Grounds) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"CNIPA would refuse the recordal: {string.Join(" ", Grounds)}";
}

/// <summary>Only the party that did not commit the breach ends the licence for it (domain.md 9.7).</summary>
public sealed record NotTheEntitledParty : Refusal
{
    /// <inheritdoc/>
    public override string Message => "Only the party that reported the breach may end the licence for it, and only the other may report its cure.";
}

/// <summary>An exclusive or sole licence would conflict with an open licence that runs or is being taken (GI-02, RC-13).</summary>
/// <param name="Number">That licence or notice.</param>
public sealed record ConflictingLicence(string Number) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"It would conflict with {Number}, which was taken under an open licence and keeps its effect (RC-13, OL-44).";
}
