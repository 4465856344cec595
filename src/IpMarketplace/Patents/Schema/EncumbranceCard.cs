using IpMarketplace.Kernel.Security;

namespace IpMarketplace.Patents.Schema;

/// <summary>Something that burdens or endangers a right. Kind and days are public facts; the rest is for the owners, the party and administrations.</summary>
/// <param name="Id">The global id, for <c>liftEncumbrance</c> and the like.</param>
/// <param name="Kind">What it is.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, where it ends by itself.</param>
/// <param name="LiftedOn">The day from which it no longer stands.</param>
/// <param name="BarsOpenLicence">Whether it bars an open licence today (OL-20 to OL-25).</param>
/// <param name="ConsentedOn">The day on which the pledgee consented in writing to licences (OL-24).</param>
/// <param name="PartyName">The pledgee or licensee; not public.</param>
/// <param name="Evidence">What shows it; not public.</param>
/// <param name="Reason">Why an administration recorded a hindrance (OL-25); not public.</param>
[GraphQLName("Encumbrance")]
public sealed record EncumbranceCard(
    [property: ID] long Id,
    EncumbranceKind Kind,
    DateOnly From,
    DateOnly? Until,
    DateOnly? LiftedOn,
    bool BarsOpenLicence,
    DateOnly? ConsentedOn,
    string? PartyName,
    string? Evidence,
    string? Reason)
{
    internal static EncumbranceCard Of(Encumbrance encumbrance, Patent patent, Viewer viewer, DateOnly today)
    {
        var mayKnow = MayKnow(patent, viewer) || (viewer.OrganizationId is { } own && own == encumbrance.PartyId);
        return new EncumbranceCard(
            encumbrance.Id,
            encumbrance.Kind,
            encumbrance.From,
            encumbrance.Until,
            encumbrance.LiftedOn,
            encumbrance.BarsOpenLicenceOn(today),
            encumbrance.ConsentedOn,
            mayKnow ? encumbrance.PartyName : null,
            mayKnow ? encumbrance.Evidence : null,
            mayKnow ? encumbrance.Reason : null);
    }

    internal static bool MayKnow(Patent patent, Viewer viewer) => viewer.IsAdministrator || patent.IsOwnedBy(viewer.OrganizationId);
}
