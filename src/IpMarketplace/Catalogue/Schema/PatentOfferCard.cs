using IpMarketplace.OpenLicensing;

namespace IpMarketplace.Catalogue.Schema;

/// <summary>What is offered on a patent now.</summary>
/// <param name="Kinds">What is offered; several where it is listed in several modes.</param>
/// <param name="FeeBand">What a licence costs, roughly.</param>
/// <param name="Fee">The announced terms (OL-35); null where the price is negotiated or not announced yet.</param>
/// <param name="Accepting">Whether a notice can be sent now: announced, and no bar stands (OL-47).</param>
/// <param name="AnnouncedOn">When CNIPA announced the declaration (OL-30).</param>
/// <param name="PeriodEnd">The last day of every licence taken under the declaration.</param>
/// <param name="PublishedAt">When its first listing was published.</param>
/// <param name="ListingId">The listing of the open licence, otherwise the first of the modes.</param>
/// <param name="OpenLicenceId">The announced declaration; null while none is announced.</param>
[GraphQLName("PatentOffer")]
public sealed record PatentOfferCard(
    IReadOnlyList<OfferKind> Kinds,
    FeeBand FeeBand,
    FeeTerms? Fee,
    bool Accepting,
    DateOnly? AnnouncedOn,
    DateOnly? PeriodEnd,
    DateTimeOffset PublishedAt,
    [property: ID("Listing")] long ListingId,
    [property: ID("OpenLicence")] long? OpenLicenceId)
{
    internal static PatentOfferCard From(CatalogueOffer offer) => new(
        offer.Kinds, offer.FeeBand, offer.Fee, offer.IsAccepting, offer.AnnouncedOn, offer.PeriodEnd, offer.PublishedAt, offer.ListingId, offer.OpenLicenceId);
}
