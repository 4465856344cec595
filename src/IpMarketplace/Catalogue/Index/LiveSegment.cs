namespace IpMarketplace.Catalogue.Index;

/// <summary>A segment and which of its documents still count. Immutable: striking out makes another one.</summary>
internal sealed class LiveSegment
{
    private readonly ulong[]? _live;
    private readonly int[]?[] _facetCounts = new int[]?[CatalogueSegment.FacetCount];

    public LiveSegment(CatalogueSegment segment) : this(segment, null, segment.Count)
    {
    }

    /// <summary>A segment as it was stored.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="live">The documents that still count, and none beyond the last; empty where all do.</param>
    public static LiveSegment Stored(CatalogueSegment segment, ulong[] live) => live.Length == 0 ? new(segment) : new(segment, live, live.CountDocuments());

    private LiveSegment(CatalogueSegment segment, ulong[]? live, int liveCount)
    {
        Segment = segment;
        _live = live;
        LiveCount = liveCount;
    }

    public CatalogueSegment Segment { get; }

    /// <summary>How many documents still count.</summary>
    public int LiveCount { get; }

    /// <summary>The documents that still count, as a <see cref="DocumentSet"/>; null when all do.</summary>
    public ulong[]? Live => _live;

    /// <summary>Whether so much is struck out that the segment is worth rewriting.</summary>
    public bool IsWorn => LiveCount < Segment.Count - Segment.Count / 4;

    public bool IsLive(int document) => _live is null || (_live[document >> 6] & (1UL << document)) != 0;

    /// <summary>The count of each value of a facet among the documents that still count.</summary>
    public int[] FacetCounts(CatalogueFacet facet)
    {
        if (Volatile.Read(ref _facetCounts[(int)facet]) is not { } counts)
        {
            counts = new int[FacetSets.MostValues];
            foreach (var (value, documents) in Segment.FacetSets.Of(facet))
            {
                counts[value] = _live is null ? documents.CountDocuments() : documents.CountWith(_live);
            }
            Volatile.Write(ref _facetCounts[(int)facet], counts);
        }
        return counts;
    }

    /// <summary>The segment without these documents.</summary>
    public LiveSegment Without(IReadOnlyCollection<int> documents)
    {
        if (documents.Count == 0)
        {
            return this;
        }
        var live = (ulong[]?)_live?.Clone();
        if (live is null)
        {
            live = new ulong[DocumentSet.WordsFor(Segment.Count)];
            live.AsSpan().FillFirst(Segment.Count);
        }
        var count = LiveCount;
        foreach (var document in documents)
        {
            count -= live.Has(document) ? 1 : 0;
            live.AsSpan().Remove(document);
        }
        return new LiveSegment(Segment, live, count);
    }
}
