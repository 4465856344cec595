namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// The page of an ordered list that is asked for, gathered from documents that come in any order: a heap of the best ones with the worst on top.
/// </summary>
internal sealed class PageOfHits(PatentOrder order, CataloguePage page)
{
    private readonly PriorityQueue<Candidate, Candidate> _kept = new(page.FromEnd ? Comparer<Candidate>.Create((one, other) => one.CompareTo(other)) : Comparer<Candidate>.Create((one, other) => other.CompareTo(one)));
    private int _before;
    private int _after;
    private int _dropped;

    public readonly record struct Candidate(long Key, long PatentId, CatalogueSegment Segment, int Document, float Score) : IComparable<Candidate>
    {
        public int CompareTo(Candidate other) => Key != other.Key ? Key.CompareTo(other.Key) : PatentId.CompareTo(other.PatentId);
    }

    /// <summary>Whether there is something before the page.</summary>
    public bool HasPrevious => _before > 0 || (page.FromEnd && _dropped > 0);

    /// <summary>Whether there is something after the page.</summary>
    public bool HasNext => _after > 0 || (!page.FromEnd && _dropped > 0);

    /// <summary>Considers a document of the list.</summary>
    public void Offer(in Candidate candidate)
    {
        if (page.After is { } after && !after.IsBefore(candidate.Key, candidate.PatentId))
        {
            _before++;
            return;
        }
        if (page.Before is { } before && !before.IsAfter(candidate.Key, candidate.PatentId))
        {
            _after++;
            return;
        }
        if (_kept.Count < page.Size)
        {
            _kept.Enqueue(candidate, candidate);
            return;
        }
        _dropped++;
        if (page.Size > 0 && IsBetter(candidate, _kept.Peek()))
        {
            _kept.DequeueEnqueue(candidate, candidate);
        }
    }

    /// <summary>The page in order.</summary>
    public IReadOnlyList<CatalogueHit> InOrder(PatentCatalogue catalogue) =>
    [
        .. _kept.UnorderedItems.Select(item => item.Element).Order().Select(candidate => new CatalogueHit(
            new CatalogueRow(catalogue, candidate.Segment, candidate.Document), candidate.Score, new CataloguePlace(order, candidate.Key, candidate.PatentId))),
    ];

    private bool IsBetter(in Candidate one, in Candidate other) => page.FromEnd ? one.CompareTo(other) > 0 : one.CompareTo(other) < 0;
}
