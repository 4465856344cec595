namespace IpMarketplace.Patents;

/// <summary>An encumbrance to be recorded.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="From">The first day.</param>
/// <param name="Evidence">The gazette, contract or order that shows it.</param>
/// <param name="Until">The last day, where it ends by itself.</param>
/// <param name="PartyId">The pledgee or licensee, where it is an organization of the marketplace.</param>
/// <param name="PartyName">The name of the pledgee or licensee.</param>
/// <param name="Reason">Why, where an administration records a hindrance (OL-25).</param>
public sealed record EncumbranceDetails(
    EncumbranceKind Kind, DateOnly From, string Evidence, DateOnly? Until = null, long? PartyId = null, string? PartyName = null, string? Reason = null);
