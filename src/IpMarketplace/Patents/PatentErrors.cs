using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Lifecycles;

namespace IpMarketplace.Patents;

/// <summary>A legal fact was to be recorded without showing where it comes from (INV-03).</summary>
/// <param name="Field">The field that must name the evidence.</param>
public sealed record EvidenceRequired(string Field) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"{Field} must name the gazette, receipt, order or contract that shows it; legal facts are never recorded without evidence.";
}

/// <summary>A change of status cannot have happened on the date given (domain.md 9.1).</summary>
/// <param name="StatusAction">What was to be recorded.</param>
/// <param name="Date">The date given.</param>
/// <param name="Reason">Why it cannot be.</param>
public sealed record StatusDateImpossible(RightAction StatusAction, DateOnly Date, string Reason) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"{Spelling.Screaming(StatusAction)} cannot have taken effect on {Date:yyyy-MM-dd}: {Reason}";
}

/// <summary>The shares of the owners do not sum to 100 % (INV-140).</summary>
/// <param name="Sum">What they sum to, in percent.</param>
public sealed record SharesMustSumTo100(decimal Sum) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"The owners' shares are positive and sum to 100 %, not {Sum:0.##} %.";
}

/// <summary>The right is pledged and the pledgee has not consented (PG-05).</summary>
/// <param name="Pledgee">The pledgee's name, where it is public.</param>
public sealed record PledgeeConsentMissing(string? Pledgee) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"The right is pledged to {Pledgee ?? "a pledgee"}, whose written consent is not recorded.";
}

/// <summary>The encumbrance is not one that can be changed so.</summary>
/// <param name="EncumbranceKind">Its kind.</param>
/// <param name="Reason">Why not.</param>
public sealed record EncumbranceNotChangeable(EncumbranceKind EncumbranceKind, string Reason) : Refusal
{
    /// <inheritdoc/>
    public override string Message => Reason;
}
