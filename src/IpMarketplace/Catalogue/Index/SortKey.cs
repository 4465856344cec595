using IpMarketplace.Kernel.Time;

namespace IpMarketplace.Catalogue.Index;

/// <summary>By what a document is ordered, as a number: smaller ones come first.</summary>
internal static class SortKey
{
    private const long Last = long.MaxValue;
    private const long NotOffered = 1L << 40;

    /// <param name="hasWords">Whether scores rank; otherwise the best match is the newest offer.</param>
    public static long Of(PatentOrder order, bool hasWords, CatalogueSegment segment, int document, float score)
    {
        ref readonly var card = ref segment.Cards[document];
        var offer = segment.Offers[document];
        return order switch
        {
            PatentOrder.Relevance when hasWords => -BitConverter.SingleToInt32Bits(score),
            PatentOrder.Relevance => (offer is null ? NotOffered : 0) - Newest(card, offer),
            PatentOrder.Newest => -Newest(card, offer),
            PatentOrder.FeeAsc => offer?.FeeInFen ?? Last,
            PatentOrder.FeeDesc => -offer?.FeeInFen ?? Last,
            PatentOrder.Expiry => -card.ExpiryDay,
            PatentOrder.GrantDate => -card.GrantDay,
            _ => throw new ArgumentOutOfRangeException(nameof(order), order, "Every order has its key here."),
        };
    }

    private static int Newest(in CatalogueCard card, CatalogueOffer? offer) =>
        offer is not null ? ChinaTime.DateIn(offer.PublishedAt).DayNumber
        : card.GrantDay != 0 ? card.GrantDay
        : card.PublicationDay != 0 ? card.PublicationDay
        : card.FilingDay;
}
