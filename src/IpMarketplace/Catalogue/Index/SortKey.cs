namespace IpMarketplace.Catalogue.Index;

/// <summary>By what a document is ordered where no scores rank, as a number: smaller ones come first.</summary>
internal static class SortKey
{
    private const long Last = long.MaxValue;
    private const long NotOffered = 1L << 40;

    /// <summary>The key of a document. The best match without words is the newest offer.</summary>
    public static long Of(PatentOrder order, CatalogueSegment segment, int document)
    {
        ref readonly var card = ref segment.Cards[document];
        return order switch
        {
            PatentOrder.Relevance => (segment.Offers[document] is null ? NotOffered : 0) - card.NewestDay,
            PatentOrder.Newest => -card.NewestDay,
            PatentOrder.FeeAsc => segment.Offers[document]?.FeeInFen ?? Last,
            PatentOrder.FeeDesc => -segment.Offers[document]?.FeeInFen ?? Last,
            PatentOrder.Expiry => -card.ExpiryDay,
            PatentOrder.GrantDate => -card.GrantDay,
            _ => throw new ArgumentOutOfRangeException(nameof(order), order, "Every order has its key here."),
        };
    }
}
