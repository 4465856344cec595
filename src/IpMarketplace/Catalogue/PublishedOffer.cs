using IpMarketplace.OpenLicensing;

namespace IpMarketplace.Catalogue;

/// <summary>What the catalogue reads of a published listing.</summary>
internal sealed record PublishedListing(
    long Id, long PatentId, ListingMode Mode, DateTimeOffset? PublishedAt, string Title, string Summary, IReadOnlyList<string> ApplicationFields);

/// <summary>What the catalogue reads of an announced declaration.</summary>
internal sealed record AnnouncedLicence(long Id, long PatentId, FeeTerms Fee, DateOnly PeriodEnd, DateOnly? AnnouncedOn, bool IsAccepting);

/// <summary>What published listings make of a patent: an offer, and texts to be found by.</summary>
/// <param name="Offer">What is offered.</param>
/// <param name="Texts">Headlines, summaries and application fields.</param>
internal sealed record PublishedOffer(CatalogueOffer Offer, IReadOnlyList<string> Texts)
{
    /// <summary>The offer of a patent's published listings, of which there is at least one, and of its announced declaration (INV-21).</summary>
    /// <param name="listings">The listings.</param>
    /// <param name="announced">The declaration.</param>
    /// <param name="today">Today in China: after its period a declaration accepts nothing, whether or not that is recorded yet.</param>
    public static PublishedOffer Of(IReadOnlyList<PublishedListing> listings, AnnouncedLicence? announced, DateOnly today)
    {
        var byMode = listings.OrderBy(listing => listing.Mode).ToList();
        var open = byMode[0].Mode == ListingMode.OpenLicence ? announced : null;
        var offer = new CatalogueOffer([.. byMode.Select(listing => KindOf(listing.Mode, open))], listings.Min(listing => listing.PublishedAt) ?? DateTimeOffset.MinValue)
        {
            ListingId = byMode[0].Id,
            OpenLicenceId = open?.Id,
            Fee = open?.Fee ?? (byMode[0].Mode == ListingMode.OpenSource ? FeeTerms.Free : null),
            PeriodEnd = open?.PeriodEnd,
            AnnouncedOn = open?.AnnouncedOn,
            IsAccepting = open is { IsAccepting: true } && today <= open.PeriodEnd,
        };
        return new PublishedOffer(offer, [.. byMode.SelectMany(listing => listing.ApplicationFields.Prepend(listing.Summary).Prepend(listing.Title))]);
    }

    private static OfferKind KindOf(ListingMode mode, AnnouncedLicence? announced) => mode switch
    {
        ListingMode.OpenLicence => announced is null ? OfferKind.OpenIntended : OfferKind.OpenAnnounced,
        ListingMode.NegotiatedLicence => OfferKind.Negotiated,
        ListingMode.Transfer => OfferKind.Transfer,
        ListingMode.Equity => OfferKind.Equity,
        _ => OfferKind.OpenSource,
    };
}
