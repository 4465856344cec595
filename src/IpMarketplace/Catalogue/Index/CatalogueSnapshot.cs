using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Catalogue.Index;

/// <summary>The whole catalogue at a moment. Immutable, so that a reader sees one state however long it reads.</summary>
internal sealed class CatalogueSnapshot
{
    private readonly Lazy<float[]> _headFactors;
    private readonly Lazy<float[]> _bodyFactors;

    public CatalogueSnapshot(IReadOnlyList<LiveSegment> segments)
    {
        Segments = segments;
        Count = segments.Sum(segment => segment.LiveCount);
        FacetsOfEverything = new(() => FacetCounter.Of(segments));
        var documents = Math.Max(1, segments.Sum(segment => segment.Segment.Count));
        _headFactors = new(() => Bm25.HeadFactors(segments.Sum(segment => segment.Segment.Lengths.HeadTotal) / (double)documents, FieldLengths.LongestHead));
        _bodyFactors = new(() => Bm25.BodyFactors(segments.Sum(segment => segment.Segment.Lengths.BodyTotal) / (double)documents, FieldLengths.LongestBody));
    }

    /// <summary>Nothing yet.</summary>
    public static CatalogueSnapshot Empty { get; } = new([]);

    public IReadOnlyList<LiveSegment> Segments { get; }

    /// <summary>What was asked of this snapshot already. A snapshot never changes, so its answers do not either.</summary>
    public KeptAnswers Answers { get; } = new();

    /// <summary>How many patents there are.</summary>
    public int Count { get; }

    /// <summary>Of each facet the count of each value among all patents.</summary>
    public Lazy<int[][]> FacetsOfEverything { get; }

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
    public int CountedAmong => Segments.Sum(segment => segment.Segment.Count);

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
