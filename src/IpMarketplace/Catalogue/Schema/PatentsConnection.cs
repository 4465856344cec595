using IpMarketplace.Catalogue.Text;
using IpMarketplace.Patents.Schema;

namespace IpMarketplace.Catalogue.Schema;

/// <summary>A page of the patents found, with the counts by which they can be narrowed further.</summary>
public sealed class PatentsConnection : Connection<PatentCard>
{
    private readonly CatalogueHits _hits;

    internal PatentsConnection(CatalogueHits hits, CatalogueCards cards) : this(hits, EdgesOf(hits, cards))
    {
    }

    private PatentsConnection(CatalogueHits hits, PatentsEdge[] edges)
        : base(edges, new ConnectionPageInfo(hits.HasNext, hits.HasPrevious, edges is [var first, ..] ? first.Cursor : null, edges is [.., var last] ? last.Cursor : null), hits.Total)
    {
        _hits = hits;
        Edges = edges;
    }

    /// <summary>The patents of the page with what the search found in them.</summary>
    public new IReadOnlyList<PatentsEdge> Edges { get; }

    /// <summary>How many patents have which property, among all that are found, not only on this page.</summary>
    public PatentFacets Facets => new(_hits);

    /// <summary>How the query was read: what of it was searched for, and what not. Null without a query.</summary>
    public QueryReading? Reading => _hits.Reading;

    private static PatentsEdge[] EdgesOf(CatalogueHits hits, CatalogueCards cards)
    {
        var edges = new PatentsEdge[hits.Hits.Count];
        for (var i = 0; i < edges.Length; i++)
        {
            var hit = hits.Hits[i];
            edges[i] = new PatentsEdge(cards.Of(hit.Row), hit, hits.Highlighter);
        }
        return edges;
    }
}

/// <summary>A patent found.</summary>
public sealed class PatentsEdge : Edge<PatentCard>
{
    private static readonly Func<Edge<PatentCard>, string> Spell = static edge => ((PatentsEdge)edge)._place.ToString();

    private readonly CataloguePlace _place;

    internal PatentsEdge(PatentCard card, CatalogueHit hit, Highlighter highlighter) : base(card, Spell)
    {
        _place = hit.Place;
        Score = hit.Score;
        Highlighter = highlighter;
    }

    /// <summary>How well it matches the query: comparable only within one search; 0 without a query.</summary>
    public double Score { get; }

    /// <summary>The titles in which something matched.</summary>
    [ListSize(AssumedSize = 2)]
    public IReadOnlyList<Highlight> Highlights => [.. Highlight.In(HighlightField.Title, Node.Title, Highlighter), .. Highlight.In(HighlightField.TitleEn, Node.TitleEn, Highlighter)];

    internal Highlighter Highlighter { get; }
}
