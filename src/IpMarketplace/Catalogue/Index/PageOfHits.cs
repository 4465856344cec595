namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// The page of a ranked list that is asked for, gathered from documents that come in any order: a heap of the best ones with the worst on top. Keys are turned
/// round when the page is counted from the end, so that smaller is better either way.
/// </summary>
internal sealed class PageOfHits(CataloguePage page)
{
    private static readonly Comparer<(long Key, long PatentId)> WorstFirst = Comparer<(long Key, long PatentId)>.Create((one, other) => other.CompareTo(one));

    private readonly PriorityQueue<FoundHit, (long Key, long PatentId)> _kept = new(WorstFirst);
    private (long Key, long PatentId) _worst = (long.MaxValue, long.MaxValue);
    private bool _isPassedOver;
    private int _before;
    private int _after;
    private int _offered;

    /// <summary>Whether there is something before the page.</summary>
    public bool HasPrevious => _before > 0 || (page.FromEnd && _offered > _kept.Count);

    /// <summary>Whether there is something after the page.</summary>
    public bool HasNext => _after > 0 || _isPassedOver || (!page.FromEnd && _offered > _kept.Count);

    /// <summary>Documents with a lower score cannot reach the page; 0 while all may.</summary>
    public float ScoreToReach => _kept.Count == page.Size && page.Size > 0 && !page.FromEnd ? BitConverter.Int32BitsToSingle((int)-_worst.Key) : 0;

    /// <summary>The page in order.</summary>
    public IReadOnlyList<FoundHit> InOrder => [.. _kept.UnorderedItems.Select(item => item.Element).OrderBy(hit => (hit.Key, hit.PatentId))];

    /// <summary>Some documents whose score is below <see cref="ScoreToReach"/> are not offered.</summary>
    public void PassOver() => _isPassedOver = true;

    /// <summary>Considers a document of the list.</summary>
    public void Offer(CatalogueSegment segment, int document, float score)
    {
        var key = KeyOf(score);
        if (!page.FromEnd && key > _worst.Key)
        {
            _offered++; // also what lies behind the end of the page: there is more either way
            return;
        }
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
            Keep(new FoundHit(segment, document, score, key, patentId), rank);
        }
    }

    private static long KeyOf(float score) => -BitConverter.SingleToInt32Bits(score);

    private void Keep(FoundHit hit, (long, long) rank)
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
}

/// <summary>A document on a page.</summary>
/// <param name="Segment">Its segment.</param>
/// <param name="Document">Its number there.</param>
/// <param name="Score">How well it matches; 0 without words.</param>
/// <param name="Key">What the list is ordered by.</param>
/// <param name="PatentId">The patent.</param>
internal readonly record struct FoundHit(CatalogueSegment Segment, int Document, float Score, long Key, long PatentId);
