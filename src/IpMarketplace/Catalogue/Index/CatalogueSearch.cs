using System.Buffers;
using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Catalogue.Index;

/// <summary>One search over one snapshot, segment by segment: find documents, count their facets column by column, rank them.</summary>
internal sealed class CatalogueSearch
{
    /// <summary>The share of a query's weight that a patent must cover to be found.</summary>
    private const float ShareToBeFound = 0.5f;

    private readonly CatalogueSnapshot _snapshot;
    private readonly CatalogueRequest _request;
    private readonly FacetCounter _facets = new();
    private readonly PageOfHits _page;
    private readonly int[] _found = ArrayPool<int>.Shared.Rent(CatalogueSegment.MostDocuments);
    private int _total;

    private CatalogueSearch(CatalogueSnapshot snapshot, CatalogueRequest request)
    {
        (_snapshot, _request) = (snapshot, request);
        _page = new PageOfHits(request.Order, request.Page);
    }

    /// <summary>Searches.</summary>
    public static CatalogueHits Run(PatentCatalogue catalogue, CatalogueSnapshot snapshot, CatalogueRequest request)
    {
        var aim = SearchAim.Of(request.Text, catalogue.Analyzer, snapshot);
        var conditions = new SearchConditions(request.Filter, aim, catalogue.Analyzer, catalogue.Owners);
        var highlighter = new Highlighter(catalogue.Analyzer, (aim.Words?.Terms ?? []).Select(term => term.Term).ToHashSet());
        var search = new CatalogueSearch(snapshot, request);
        search.Find(aim.Words, conditions);
        return new CatalogueHits(
            search._page.InOrder(catalogue), search._page.HasPrevious, search._page.HasNext, search._total, new Lazy<int[][]>(search._facets.Counts), highlighter);
    }

    private void Find(TextQuery? words, SearchConditions conditions)
    {
        if (words is not null)
        {
            FindByWords(words, conditions);
        }
        else
        {
            FindAll(conditions);
        }
        ArrayPool<int>.Shared.Return(_found);
    }

    private void FindAll(SearchConditions conditions)
    {
        foreach (var segment in _snapshot.Segments)
        {
            conditions.TurnTo(segment.Segment);
            var found = 0;
            for (var document = 0; document < segment.Segment.Count; document++)
            {
                if (IsFound(segment, document, conditions))
                {
                    _found[found++] = document;
                }
            }
            Take(segment.Segment, _found.AsSpan(0, found), scores: []);
        }
    }

    /// <summary>
    /// Found is what covers half of the query's weight. Long queries may ask for more than any patent has: then what covers half as much as the best one does.
    /// </summary>
    private void FindByWords(TextQuery words, SearchConditions conditions)
    {
        if (words.Terms.Count == 0)
        {
            return;
        }
        using var scores = new SegmentScores(_snapshot, words);
        var enough = words.DecidingWeight * ShareToBeFound;
        var best = Find(scores, enough, conditions);
        if (best > 0 && best < enough)
        {
            Find(scores, best * ShareToBeFound, conditions);
        }
    }

    /// <returns>The most that a patent covers.</returns>
    private float Find(SegmentScores scores, float enough, SearchConditions conditions)
    {
        var best = 0f;
        foreach (var segment in _snapshot.Segments)
        {
            scores.Read(segment.Segment);
            conditions.TurnTo(segment.Segment);
            var covered = scores.Covered[..segment.Segment.Count];
            var found = 0;
            for (var document = 0; document < covered.Length; document++)
            {
                if (covered[document] > best && segment.IsLive(document))
                {
                    best = covered[document];
                }
                if (covered[document] >= enough && IsFound(segment, document, conditions))
                {
                    _found[found++] = document;
                }
            }
            Take(segment.Segment, _found.AsSpan(0, found), scores.Scores);
        }
        return best;
    }

    private bool IsFound(LiveSegment segment, int document, SearchConditions conditions)
    {
        if (!segment.IsLive(document) || (conditions.Any && !conditions.Fulfils(document)))
        {
            return false;
        }
        switch (conditions.FacetsAgainst(document, out var facet))
        {
            case 0:
                return true;
            case 1:
                _facets.Count(facet, segment.Segment, [document]);
                return false;
            default:
                return false;
        }
    }

    private void Take(CatalogueSegment segment, ReadOnlySpan<int> documents, ReadOnlySpan<float> scores)
    {
        _total += documents.Length;
        _facets.Count(segment, documents);
        foreach (var document in documents)
        {
            var score = scores.IsEmpty ? 0 : scores[document];
            _page.Offer(SortKey.Of(_request.Order, !scores.IsEmpty, segment, document, score), segment, document, score);
        }
    }
}
