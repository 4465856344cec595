using IpMarketplace.OpenLicensing;

namespace IpMarketplace.Catalogue;

/// <summary>What published listings make of a patent: an offer, and texts to be found by.</summary>
/// <param name="Offer">What is offered.</param>
/// <param name="Texts">Headlines, summaries and application fields.</param>
internal sealed record PublishedOffer(CatalogueOffer Offer, IReadOnlyList<string> Texts)
{
    /// <summary>The offer of a patent's published listings, of which there is at least one, and of its announced declaration (INV-21).</summary>
    public static PublishedOffer Of(IReadOnlyList<Listing> listings, OpenLicence? announced)
    {
        var byMode = listings.OrderBy(listing => listing.Mode).ToList();
        var open = byMode[0].Mode == ListingMode.OpenLicence ? announced : null;
        var offer = new CatalogueOffer([.. byMode.Select(listing => KindOf(listing.Mode, open))], listings.Min(listing => listing.PublishedAt) ?? DateTimeOffset.MinValue)
        {
            ListingId = byMode[0].Id,
            OpenLicenceId = open?.Id,
            Fee = open?.Declared.Fee ?? (byMode[0].Mode == ListingMode.OpenSource ? FeeTerms.Free : null),
            PeriodEnd = open?.Declared.PeriodEnd,
            AnnouncedOn = open?.AnnouncedOn,
            IsAccepting = open is { Accepting: true },
        };
        return new PublishedOffer(offer, [.. byMode.SelectMany(listing => listing.Content.ApplicationFields.Prepend(listing.Content.Summary).Prepend(listing.Content.Title))]);
    }

    private static OfferKind KindOf(ListingMode mode, OpenLicence? announced) => mode switch
    {
        ListingMode.OpenLicence => announced is null ? OfferKind.OpenIntended : OfferKind.OpenAnnounced,
        ListingMode.NegotiatedLicence => OfferKind.Negotiated,
        ListingMode.Transfer => OfferKind.Transfer,
        ListingMode.Equity => OfferKind.Equity,
        _ => OfferKind.OpenSource,
    };
}
