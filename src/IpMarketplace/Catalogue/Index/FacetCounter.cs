using System.Numerics;

namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// Counts the values of all facets. A document that all facets let through counts in each; one that a single facet keeps out counts in that facet only,
/// which thereby shows what choosing another value would bring.
/// </summary>
internal sealed class FacetCounter
{
    private const int MostValues = 256;

    /// <summary>Of each facet the count of each value.</summary>
    public int[][] Counts { get; } = [.. Enumerable.Range(0, CatalogueSegment.FacetCount).Select(_ => new int[MostValues])];

    /// <summary>The counts of everything that is live.</summary>
    public static int[][] Of(IReadOnlyList<LiveSegment> segments)
    {
        var counter = new FacetCounter();
        foreach (var segment in segments)
        {
            counter.Count(segment.Segment, [.. Enumerable.Range(0, segment.Segment.Count).Where(segment.IsLive)]);
        }
        return counter.Counts;
    }

    /// <summary>Counts the values that documents have of every facet.</summary>
    public void Count(CatalogueSegment segment, ReadOnlySpan<int> documents)
    {
        for (var facet = 0; facet < CatalogueSegment.FacetCount; facet++)
        {
            Count(facet, segment, documents);
        }
    }

    /// <summary>Counts the values that documents have of a facet.</summary>
    public void Count(int facet, CatalogueSegment segment, ReadOnlySpan<int> documents)
    {
        var values = segment.Facets[facet];
        var counts = Counts[facet];
        if (facet == (int)CatalogueFacet.OfferKind)
        {
            CountBits(values, counts, documents);
            return;
        }
        foreach (var document in documents)
        {
            counts[values[document]]++;
        }
    }

    private static void CountBits(byte[] values, int[] counts, ReadOnlySpan<int> documents)
    {
        foreach (var document in documents)
        {
            for (uint value = values[document]; value != 0; value &= value - 1)
            {
                counts[BitOperations.TrailingZeroCount(value)]++;
            }
        }
    }
}
