using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Catalogue.Index;

/// <summary>One search over one snapshot, segment by segment: find documents as a set, narrow it, cut the page that is asked for.</summary>
internal sealed class CatalogueSearch
{
    private const long BytesPerTerm = 40; // of a highlighter

    private readonly PatentCatalogue _catalogue;
    private readonly CatalogueSnapshot _snapshot;
    private readonly CatalogueRequest _request;
    private readonly SearchAim _aim;
    private readonly SearchConditions _conditions;
    private readonly FoundDocuments _found;
    private int _total;

    private CatalogueSearch(PatentCatalogue catalogue, CatalogueSnapshot snapshot, CatalogueRequest request, SearchAim aim)
    {
        (_catalogue, _snapshot, _request, _aim) = (catalogue, snapshot, request, aim);
        _conditions = new SearchConditions(request.Filter, aim, catalogue.Analyzer, catalogue.Owners);
        _found = new FoundDocuments(_conditions.Facets);
    }

    /// <summary>Searches.</summary>
    public static CatalogueHits Run(PatentCatalogue catalogue, CatalogueSnapshot snapshot, CatalogueRequest request)
    {
        var aim = SearchAim.Of(request.Text, catalogue.Analyzer);
        var search = new CatalogueSearch(catalogue, snapshot, request, aim);
        return aim.Words is { } text ? search.ByWords(text) : search.All();
    }

    /// <summary>The page of the list of everything, cut without a search.</summary>
    public static CatalogueHits PageOfEverything(PatentCatalogue catalogue, CatalogueSnapshot snapshot, CatalogueRequest request)
    {
        var page = new OrderedPage(request.Order, request.Page);
        foreach (var segment in snapshot.Segments)
        {
            page.Add(segment.Segment, segment.Live);
        }
        return new CatalogueHits(Hits(catalogue, request, page.Take(), null), page.HasPrevious, page.HasNext, snapshot.Count, snapshot.FacetCounts)
        {
            Highlighter = new Highlighter(catalogue.Analyzer, new HashSet<Term>()),
        };
    }

    private CatalogueHits All()
    {
        var page = new OrderedPage(_request.Order, _request.Page);
        foreach (var segment in _snapshot.Segments)
        {
            page.Add(segment.Segment, Narrowed(segment.Segment, AllOf(segment)));
        }
        return new CatalogueHits(Hits(_catalogue, _request, page.Take(), null), page.HasPrevious, page.HasNext, _total, _found.CountsOf)
        {
            Highlighter = new Highlighter(_catalogue.Analyzer, new HashSet<Term>()),
            Reading = _aim.ReadAsWhole(_request.Text),
            FoundBytes = _found.Bytes,
        };
    }

    private CatalogueHits ByWords(QueryText text)
    {
        var measure = _request.Page.Yardstick is { } spelled
            ? Yardstick.Read(spelled, text) ?? throw new ArgumentException("The page begins at a place of another search.")
            : Yardstick.Of(text, _snapshot);
        var query = TextQuery.Of(text, measure);
        var places = _snapshot.Segments.Select(segment => query.Terms.Select(term => segment.Segment.Postings.Find(term.Term)).ToArray()).ToArray();
        var finder = new Finder(_snapshot, query, places);
        var enough = finder.Find();
        using var ranking = new Ranking(_snapshot, query);
        var ranked = _request.Order == PatentOrder.Relevance ? new PageOfHits(_request.Page) : null;
        var ordered = new OrderedPage(_request.Order, _request.Page);
        for (var i = 0; i < places.Length; i++)
        {
            var segment = _snapshot.Segments[i].Segment;
            var found = Narrowed(segment, finder.Found[i]);
            if (ranked is null)
            {
                ordered.Add(segment, found);
            }
            else
            {
                ranking.Offer(segment, places[i], found, ranked);
            }
        }
        var hits = ranked?.InOrder ?? [.. ordered.Take().Select(hit => hit with { Score = ranking.ScoreOf(hit.Segment, places[IndexOf(hit.Segment)], hit.Document) })];
        var yardstick = (measure with { Enough = enough }).Spell(text);
        return new CatalogueHits(
            Hits(_catalogue, _request, hits, yardstick), ranked?.HasPrevious ?? ordered.HasPrevious, ranked?.HasNext ?? ordered.HasNext, _total, _found.CountsOf)
        {
            Highlighter = new Highlighter(_catalogue.Analyzer, query.Terms.Select(term => term.Term).ToHashSet()),
            Reading = query.Read(),
            FoundBytes = _found.Bytes + yardstick.Length * 2L + query.Terms.Length * BytesPerTerm,
        };
    }

    private static CatalogueHit[] Hits(PatentCatalogue catalogue, CatalogueRequest request, IReadOnlyList<FoundHit> hits, string? yardstick) =>
    [
        .. hits.Select(hit => new CatalogueHit(
            new CatalogueRow(catalogue, hit.Segment, hit.Document), hit.Score, new CataloguePlace(request.Order, hit.Key, hit.PatentId, yardstick))),
    ];

    private static ulong[] AllOf(LiveSegment segment)
    {
        if (segment.Live is { } live)
        {
            return (ulong[])live.Clone();
        }
        var all = new ulong[DocumentSet.WordsFor(segment.Segment.Count)];
        all.AsSpan().FillFirst(segment.Segment.Count);
        return all;
    }

    /// <summary>Narrows what was found by all conditions, and takes it down for facets and total.</summary>
    private ulong[] Narrowed(CatalogueSegment segment, ulong[] found)
    {
        _conditions.Narrow(found, segment);
        _found.Add(segment, found);
        _conditions.NarrowByFacets(found, segment);
        _total += found.CountDocuments();
        return found;
    }

    private int IndexOf(CatalogueSegment segment)
    {
        var i = 0;
        while (_snapshot.Segments[i].Segment != segment)
        {
            i++;
        }
        return i;
    }
}
