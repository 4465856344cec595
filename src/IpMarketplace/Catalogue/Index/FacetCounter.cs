using System.Numerics;

namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// Counts the values of all facets. A document that all facets let through counts in each; one that a single facet keeps out counts in that facet only,
/// which thereby shows what choosing another value would bring.
/// </summary>
internal sealed class FacetCounter
{
    private const int MostValues = 64;

    /// <summary>Of each facet the count of each value.</summary>
    public int[][] Counts { get; } = [.. Enumerable.Range(0, CatalogueSegment.FacetCount).Select(_ => new int[MostValues])];

    public void CountInAll(CatalogueSegment segment, int document)
    {
        for (var facet = 0; facet < Counts.Length; facet++)
        {
            CountIn(facet, segment, document);
        }
    }

    public void CountIn(int facet, CatalogueSegment segment, int document)
    {
        uint value = segment.Facets[facet][document];
        var counts = Counts[facet];
        if (facet != (int)CatalogueFacet.OfferKind)
        {
            counts[value]++;
            return;
        }
        for (; value != 0; value &= value - 1)
        {
            counts[BitOperations.TrailingZeroCount(value)]++;
        }
    }
}
