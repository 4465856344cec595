namespace IpMarketplace.Catalogue.Index;

/// <summary>A segment and which of its documents still count. Immutable: striking out makes another one.</summary>
internal sealed class LiveSegment
{
    private readonly ulong[]? _struckOut;

    public LiveSegment(CatalogueSegment segment) : this(segment, null, segment.Count)
    {
    }

    private LiveSegment(CatalogueSegment segment, ulong[]? struckOut, int liveCount)
    {
        Segment = segment;
        _struckOut = struckOut;
        LiveCount = liveCount;
    }

    public CatalogueSegment Segment { get; }

    /// <summary>How many documents still count.</summary>
    public int LiveCount { get; }

    /// <summary>Whether so much is struck out that the segment is worth rewriting.</summary>
    public bool IsWorn => LiveCount < Segment.Count - Segment.Count / 4;

    public bool IsLive(int document) => _struckOut is null || (_struckOut[document >> 6] & (1UL << (document & 63))) == 0;

    /// <summary>The segment without these documents.</summary>
    public LiveSegment Without(IReadOnlyCollection<int> documents)
    {
        if (documents.Count == 0)
        {
            return this;
        }
        var struckOut = _struckOut is null ? new ulong[(Segment.Count + 63) / 64] : (ulong[])_struckOut.Clone();
        var live = LiveCount;
        foreach (var document in documents)
        {
            var bit = 1UL << (document & 63);
            live -= (struckOut[document >> 6] & bit) == 0 ? 1 : 0;
            struckOut[document >> 6] |= bit;
        }
        return new LiveSegment(Segment, struckOut, live);
    }
}
