using IpMarketplace.Catalogue.Index;
using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Catalogue;

/// <summary>One patent found.</summary>
/// <param name="Row">The patent.</param>
/// <param name="Score">How well it matches: 0 without a search text; comparable only within one search.</param>
/// <param name="Place">Where it stands in the list.</param>
public readonly record struct CatalogueHit(CatalogueRow Row, float Score, CataloguePlace Place);

/// <summary>How many patents have a value of a facet.</summary>
/// <param name="Value">The value, as <see cref="CatalogueFacet"/> numbers it.</param>
/// <param name="Count">How many patents that the rest of the filter lets through have it.</param>
public readonly record struct FacetCount(int Value, int Count);

/// <summary>What a search found.</summary>
public sealed class CatalogueHits
{
    private readonly Func<CatalogueFacet, int[]> _countFacet;
    private readonly int[]?[] _facetCounts = new int[]?[Enum.GetValues<CatalogueFacet>().Length];

    internal CatalogueHits(IReadOnlyList<CatalogueHit> hits, bool hasPrevious, bool hasNext, int total, Func<CatalogueFacet, int[]> countFacet)
    {
        Hits = hits;
        HasPrevious = hasPrevious;
        HasNext = hasNext;
        Total = total;
        _countFacet = countFacet;
    }

    /// <summary>The part of the list that was asked for.</summary>
    public IReadOnlyList<CatalogueHit> Hits { get; }

    /// <summary>How many patents there are in the whole list.</summary>
    public int Total { get; }

    /// <summary>Whether there are patents before this part.</summary>
    public bool HasPrevious { get; }

    /// <summary>Whether there are patents after this part.</summary>
    public bool HasNext { get; }

    /// <summary>Marks what of a text matched the search.</summary>
    public required Highlighter Highlighter { get; init; }

    /// <summary>How the search text was read; null without one.</summary>
    public QueryReading? Reading { get; init; }

    /// <summary>The memory that what was found takes, in bytes.</summary>
    internal long FoundBytes { get; init; }

    /// <summary>The memory that the whole answer takes, facets counted, in bytes, roughly.</summary>
    internal long Bytes => FoundBytes + 120L * Hits.Count + _facetCounts.Length * FacetSets.MostValues * 4L
        + (Reading is null ? 0 : Reading.SearchedFor.Sum(text => 50L + 2 * text.Length) + Reading.Ignored.Sum(part => 80L + 2 * part.Text.Length));

    /// <summary>The values of a facet that occur, the most frequent first. Narrowing by the facet itself does not lower its counts.</summary>
    public IReadOnlyList<FacetCount> Facet(CatalogueFacet facet) =>
    [
        .. CountsOf(facet)
            .Select((count, value) => new FacetCount(value, count))
            .Where(entry => entry.Count > 0)
            .OrderByDescending(entry => entry.Count)
            .ThenBy(entry => entry.Value),
    ];

    private int[] CountsOf(CatalogueFacet facet)
    {
        if (Volatile.Read(ref _facetCounts[(int)facet]) is not { } counts)
        {
            counts = _countFacet(facet);
            Volatile.Write(ref _facetCounts[(int)facet], counts);
        }
        return counts;
    }
}
