using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Catalogue.Index;

/// <summary>One search over one snapshot.</summary>
internal sealed class CatalogueSearch(PatentCatalogue catalogue, CatalogueRequest request)
{
    /// <summary>The share of a query's weight that a patent must cover to be found.</summary>
    private const float ShareToBeFound = 0.5f;

    private readonly CatalogueSnapshot _snapshot = catalogue.Snapshot;
    private readonly FacetCounter _facets = new();
    private readonly PageOfHits _page = new(request.Order, request.Page);
    private int _total;

    /// <summary>Searches.</summary>
    public CatalogueHits Run()
    {
        var aim = SearchAim.Of(request.Text, catalogue.Analyzer, _snapshot);
        var conditions = new SearchConditions(request.Filter, aim, catalogue.Analyzer, catalogue.Owners);
        if (aim.Words is { } words)
        {
            Run(words, conditions);
        }
        else
        {
            foreach (var segment in _snapshot.Segments)
            {
                conditions.TurnTo(segment.Segment);
                for (var document = 0; document < segment.Segment.Count; document++)
                {
                    Consider(segment, document, 0, hasWords: false, conditions);
                }
            }
        }
        var highlighter = new Highlighter(catalogue.Analyzer, (aim.Words?.Terms ?? []).Select(term => term.Term).ToHashSet());
        return new CatalogueHits(_page, catalogue, _total, _facets, highlighter);
    }

    /// <summary>
    /// Found is what covers half of the query's weight. Long queries may ask for more than any patent has: then what covers half as much as the best one does.
    /// </summary>
    private void Run(TextQuery words, SearchConditions conditions)
    {
        if (words.Terms.Count == 0)
        {
            return;
        }
        using var scores = new SegmentScores(_snapshot, words);
        var enough = words.DecidingWeight * ShareToBeFound;
        var best = Run(scores, enough, conditions);
        if (best > 0 && best < enough)
        {
            Run(scores, best * ShareToBeFound, conditions);
        }
    }

    /// <returns>The most that a patent covers.</returns>
    private float Run(SegmentScores scores, float enough, SearchConditions conditions)
    {
        var best = 0f;
        foreach (var segment in _snapshot.Segments)
        {
            scores.Read(segment.Segment);
            conditions.TurnTo(segment.Segment);
            for (var document = 0; document < segment.Segment.Count; document++)
            {
                var covered = scores.Covered[document];
                if (covered > best && segment.IsLive(document))
                {
                    best = covered;
                }
                if (covered >= enough)
                {
                    Consider(segment, document, scores.Scores[document], hasWords: true, conditions);
                }
            }
        }
        return best;
    }

    private void Consider(LiveSegment live, int document, float score, bool hasWords, SearchConditions conditions)
    {
        var segment = live.Segment;
        if (!live.IsLive(document) || !conditions.Fulfils(document))
        {
            return;
        }
        switch (conditions.FacetsAgainst(document, out var facet))
        {
            case 0:
                _total++;
                _facets.CountInAll(segment, document);
                var key = SortKey.Of(request.Order, hasWords, segment, document, score);
                _page.Offer(new PageOfHits.Candidate(key, segment.Cards[document].PatentId, segment, document, score));
                break;
            case 1:
                _facets.CountIn(facet, segment, document);
                break;
        }
    }
}
