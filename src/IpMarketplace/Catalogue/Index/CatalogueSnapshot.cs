using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Catalogue.Index;

/// <summary>The whole catalogue at a moment. Immutable, so that a reader sees one state however long it reads.</summary>
internal sealed class CatalogueSnapshot
{
    private readonly Lazy<float[]> _headFactors;
    private readonly Lazy<float[]> _bodyFactors;
    private readonly int[]?[] _facetCounts = new int[]?[CatalogueSegment.FacetCount];

    public CatalogueSnapshot(IReadOnlyList<LiveSegment> segments)
    {
        Segments = segments;
        Count = segments.Sum(segment => segment.LiveCount);
        CountedAmong = segments.Sum(segment => segment.Segment.Count);
        HeadAverage = FieldLengths.Average(segments.Sum(segment => segment.Segment.Lengths.HeadTotal), CountedAmong);
        BodyAverage = FieldLengths.Average(segments.Sum(segment => segment.Segment.Lengths.BodyTotal), CountedAmong);
        _headFactors = new(() => Bm25.HeadFactors(HeadAverage));
        _bodyFactors = new(() => Bm25.BodyFactors(BodyAverage));
    }

    /// <summary>Nothing yet.</summary>
    public static CatalogueSnapshot Empty { get; } = new([]);

    public IReadOnlyList<LiveSegment> Segments { get; }

    /// <summary>How many patents there are.</summary>
    public int Count { get; }

    /// <summary>How long a head is on average.</summary>
    public float HeadAverage { get; }

    /// <summary>How long a body is on average.</summary>
    public float BodyAverage { get; }

    /// <summary>The factor of a head by its length.</summary>
    public float[] HeadFactors => _headFactors.Value;

    /// <summary>The factor of a body by its length.</summary>
    public float[] BodyFactors => _bodyFactors.Value;

    /// <summary>How many documents have a term. Counts documents struck out until their segment is rewritten, as do the average lengths (matching.md 2.2).</summary>
    public int CountOf(Term term)
    {
        var count = 0;
        foreach (var segment in Segments)
        {
            count += segment.Segment.Postings.CountOf(term);
        }
        return count;
    }

    /// <summary>How many documents <see cref="CountOf"/> counts among.</summary>
    public int CountedAmong { get; }

    /// <summary>Of a facet the count of each value among all patents.</summary>
    public int[] FacetCounts(CatalogueFacet facet)
    {
        if (Volatile.Read(ref _facetCounts[(int)facet]) is not { } counts)
        {
            counts = new int[FacetSets.MostValues];
            foreach (var segment in Segments)
            {
                var ofSegment = segment.FacetCounts(facet);
                for (var value = 0; value < counts.Length; value++)
                {
                    counts[value] += ofSegment[value];
                }
            }
            Volatile.Write(ref _facetCounts[(int)facet], counts);
        }
        return counts;
    }

    /// <summary>Where a patent is; null when it is not in the catalogue.</summary>
    public (CatalogueSegment Segment, int Document)? Find(long patentId)
    {
        foreach (var segment in Segments)
        {
            var document = segment.Segment.Find(patentId);
            if (document >= 0 && segment.IsLive(document))
            {
                return (segment.Segment, document);
            }
        }
        return null;
    }

    /// <summary>The snapshot without these patents.</summary>
    public CatalogueSnapshot Without(IReadOnlyCollection<long> patentIds) => new([.. Segments.Select(segment => Without(segment, patentIds)).Where(segment => segment.LiveCount > 0)]);

    /// <summary>The snapshot with a further segment, whose patents are in no other.</summary>
    public CatalogueSnapshot With(CatalogueSegment segment) => segment.Count == 0 ? this : new([.. Segments, new LiveSegment(segment)]);

    /// <summary>The snapshot in which one segment stands for several.</summary>
    public CatalogueSnapshot Replacing(IReadOnlyCollection<CatalogueSegment> sources, LiveSegment by) =>
        new([.. Segments.Where(segment => !sources.Contains(segment.Segment)), by]);

    private static LiveSegment Without(LiveSegment segment, IReadOnlyCollection<long> patentIds) =>
        segment.Without([.. patentIds.Select(segment.Segment.Find).Where(document => document >= 0)]);
}
