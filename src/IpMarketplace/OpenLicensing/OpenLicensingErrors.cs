using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Lifecycles;
using IpMarketplace.Patents;

namespace IpMarketplace.OpenLicensing;

/// <summary>A listing that is not closed exists for this patent and mode (INV-20).</summary>
/// <param name="Mode">The mode.</param>
public sealed record ListingExists(ListingMode Mode) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"This patent already has a listing in mode {Spelling.Screaming(Mode)} that is not closed (INV-20).";
}

/// <summary>A listing is submitted without a part that the public needs (domain.md 9.3).</summary>
/// <param name="Missing">The parts, by their input names.</param>
public sealed record ListingIncomplete(IReadOnlyList<string> Missing) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"Before it is submitted a listing needs: {string.Join(", ", Missing)}.";
}

/// <summary>An open licence contains commercial promotion (OL-04).</summary>
/// <param name="Field">Where.</param>
/// <param name="Words">The words found.</param>
public sealed record PromotionalWording(string Field, string Words) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"{Field} contains \"{Words}\": an open licence must be free of commercial promotional wording (OL-04).";
}

/// <summary>The right is not in force (OL-08, OL-77), or not granted yet (OL-01).</summary>
/// <param name="PatentNumber">The patent.</param>
/// <param name="Status">How it stands.</param>
public sealed record RightNotInForce(string PatentNumber, RightStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"The right {PatentNumber} is {Spelling.Screaming(Status)}; only a granted right in force can be offered (OL-01, OL-08).";
}

/// <summary>Too little is known of the patent to offer it: an imported record may prove only that it was once granted (OL-03, OL-08).</summary>
/// <param name="Missing">What has to be recorded first.</param>
public sealed record PatentRecordIncomplete(IReadOnlyList<string> Missing) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"Before the patent is offered, record its {string.Join(", ", Missing)}.";
}

/// <summary>A transfer is impossible while an open licence is announced (INV-22, OL-34, OL-39).</summary>
/// <param name="Mode">The mode.</param>
public sealed record BarredWhileDeclared(ListingMode Mode) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"Mode {Spelling.Screaming(Mode)} is impossible while an open licence of this patent is announced; withdraw it first (INV-22).";
}

/// <summary>Only who suspended a listing may resume it (domain.md 9.3).</summary>
/// <param name="SuspendedBy">Who did.</param>
public sealed record SuspendedByAnother(Suspender SuspendedBy) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"The listing was suspended by {Spelling.Screaming(SuspendedBy)} and can be resumed only from there.";
}

/// <summary>The patent may not be openly licensed at present (IR 86).</summary>
/// <param name="Bars">Every bar, with its rule.</param>
public sealed record OpenLicenceBarred(IReadOnlyList<OpenLicenceBar> Bars) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"The patent must not be openly licensed now: {string.Join(" ", Bars.Select(bar => $"{bar.Rule}: {bar.Fact}"))}";
}

/// <summary>Another declaration of the patent is ready, filed or announced (INV-30).</summary>
public sealed record AnotherDeclarationStands : Refusal
{
    /// <inheritdoc/>
    public override string Message => "This patent already has a declaration that is ready, filed or announced; there is at most one (INV-30).";
}

/// <summary>The declared period ends after the patent does (OL-13).</summary>
/// <param name="PeriodEnd">The last day declared.</param>
/// <param name="ExpiryDate">The patent's last day.</param>
public sealed record PeriodExceedsPatent(DateOnly PeriodEnd, DateOnly ExpiryDate) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"The licence period ends on {PeriodEnd:yyyy-MM-dd}, after the patent's last day {ExpiryDate:yyyy-MM-dd} (OL-13).";
}

/// <summary>The declared period is over before it could begin.</summary>
/// <param name="PeriodEnd">The last day declared.</param>
public sealed record PeriodOver(DateOnly PeriodEnd) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"The licence period ended on {PeriodEnd:yyyy-MM-dd}.";
}

/// <summary>A utility model or design is declared without a patent right evaluation report (OL-05).</summary>
public sealed record EvaluationReportMissing : Refusal
{
    /// <inheritdoc/>
    public override string Message => "A utility model or design is declared only with a patent right evaluation report (OL-05).";
}

/// <summary>The evaluation report does not confirm the right (OL-06).</summary>
/// <param name="ReportNumber">The report.</param>
public sealed record EvaluationReportNegative(string ReportNumber) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"The evaluation report {ReportNumber} does not conclude that the right meets the conditions of grant (OL-06).";
}

/// <summary>The declaration does not say on what basis the fee was found (OL-12).</summary>
public sealed record FeeStatementMissing : Refusal
{
    /// <inheritdoc/>
    public override string Message => "A short statement of the basis and method of the fee accompanies the declaration (OL-12).";
}

/// <summary>The fee is above what is usual and no reason is written (OL-10).</summary>
/// <param name="Warnings">What exceeds the usual.</param>
public sealed record FeeAboveUsual(IReadOnlyList<string> Warnings) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"{string.Join(" ", Warnings)} State the reason in aboveUsualReason.";
}

/// <summary>The intended price has not been publicised inside the unit for long enough (UN-03).</summary>
/// <param name="EndsOn">The day on which it has; null when no publicity was recorded.</param>
public sealed record PricePublicityUnfinished(DateOnly? EndsOn) : Refusal
{
    /// <inheritdoc/>
    public override string Message => EndsOn is { } day
        ? $"The price is publicised inside the unit until {day:yyyy-MM-dd}; approve it afterwards (UN-03)."
        : "A university publicises name and price inside the unit for at least 15 days; record the day it was posted (UN-03).";
}

/// <summary>Co-owners have not consented in writing (OL-07, OL-41, INV-35).</summary>
/// <param name="Owners">Who.</param>
/// <param name="Act">To what.</param>
public sealed record ConsentsMissing(IReadOnlyList<string> Owners, ConsentAct Act) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"All co-owners consent in writing to {Spelling.Screaming(Act)} an open licence; missing: {string.Join(", ", Owners)} (INV-35).";
}

/// <summary>The consent is given already.</summary>
/// <param name="Owner">By whom.</param>
public sealed record ConsentGivenAlready(string Owner) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"{Owner} has consented already.";
}

/// <summary>The consent concerns somebody who is not a co-owner of the patent.</summary>
/// <param name="Owner">Who.</param>
public sealed record NotACoOwner(string Owner) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"{Owner} is not another owner of this patent.";
}

/// <summary>No exclusive or sole licence while an open licence is announced (INV-32, OL-34).</summary>
/// <param name="PatentNumber">The patent.</param>
public sealed record OpenLicenceStands(string PatentNumber) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"An open licence of {PatentNumber} is announced: no exclusive or sole licence can take effect before its withdrawal (INV-32).";
}
