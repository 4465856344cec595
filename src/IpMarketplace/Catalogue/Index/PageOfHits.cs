namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// The page of an ordered list that is asked for, gathered from documents that come in any order: a heap of the best ones with the worst on top. Keys are turned
/// round when the page is counted from the end, so that smaller is better either way.
/// </summary>
internal sealed class PageOfHits(PatentOrder order, CataloguePage page)
{
    private static readonly Comparer<(long Key, long PatentId)> WorstFirst = Comparer<(long Key, long PatentId)>.Create((one, other) => other.CompareTo(one));

    private readonly PriorityQueue<Kept, (long Key, long PatentId)> _kept = new(WorstFirst);
    private (long Key, long PatentId) _worst = (long.MaxValue, long.MaxValue);
    private int _before;
    private int _after;
    private int _offered;

    /// <summary>Whether there is something before the page.</summary>
    public bool HasPrevious => _before > 0 || (page.FromEnd && _offered > _kept.Count);

    /// <summary>Whether there is something after the page.</summary>
    public bool HasNext => _after > 0 || (!page.FromEnd && _offered > _kept.Count);

    /// <summary>Considers a document of the list.</summary>
    public void Offer(long key, CatalogueSegment segment, int document, float score)
    {
        var patentId = segment.Cards[document].PatentId;
        if (page.After is { } after && !after.IsBefore(key, patentId))
        {
            _before++;
            return;
        }
        if (page.Before is { } before && !before.IsAfter(key, patentId))
        {
            _after++;
            return;
        }
        _offered++;
        var rank = page.FromEnd ? (~key, ~patentId) : (key, patentId);
        if (rank.CompareTo(_worst) < 0 && page.Size > 0)
        {
            Keep(new Kept(segment, document, score, new CataloguePlace(order, key, patentId)), rank);
        }
    }

    /// <summary>The page in order.</summary>
    public IReadOnlyList<CatalogueHit> InOrder(PatentCatalogue catalogue) =>
    [
        .. _kept.UnorderedItems.Select(item => item.Element)
            .OrderBy(hit => (hit.Place.Key, hit.Place.PatentId))
            .Select(hit => new CatalogueHit(new CatalogueRow(catalogue, hit.Segment, hit.Document), hit.Score, hit.Place)),
    ];

    private void Keep(Kept hit, (long, long) rank)
    {
        if (_kept.Count < page.Size)
        {
            _kept.Enqueue(hit, rank);
        }
        else
        {
            _kept.DequeueEnqueue(hit, rank);
        }
        if (_kept.Count == page.Size && _kept.TryPeek(out _, out var worst))
        {
            _worst = worst;
        }
    }

    private readonly record struct Kept(CatalogueSegment Segment, int Document, float Score, CataloguePlace Place);
}
