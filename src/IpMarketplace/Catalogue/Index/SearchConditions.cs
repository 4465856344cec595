using System.Numerics;
using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Catalogue.Index;

/// <summary>The conditions of one search beside its words: they narrow a set of documents of a segment.</summary>
internal sealed class SearchConditions
{
    private readonly CatalogueFilter _filter;
    private readonly SearchAim _aim;
    private readonly List<List<Term>> _ipc = [];
    private readonly IReadOnlySet<int>? _owners;
    private readonly int _expiresFrom;
    private readonly long? _feeAtMost;
    private readonly bool _looksAtCards;

    public SearchConditions(CatalogueFilter filter, SearchAim aim, TextAnalyzer analyzer, OwnerLists owners)
    {
        _filter = filter;
        _aim = aim;
        _owners = filter.OwnedBy.Count == 0 ? null : owners.With(filter.OwnedBy);
        _expiresFrom = filter.ExpiresFrom?.DayNumber ?? 0;
        _feeAtMost = filter.FeeAtMost is { } fee ? FenOf(fee) : null;
        Facets = [.. Enum.GetValues<CatalogueFacet>().Select(facet => (facet, filter[facet])).Where(facet => facet.Item2 != 0)];
        if (filter.Ipc.Count > 0)
        {
            _ipc.Add([.. filter.Ipc.Select(IpcLevels.Parse).OfType<string>().Select(analyzer.Find).OfType<Term>()]);
        }
        if (aim.IpcLevel is { } level)
        {
            _ipc.Add(analyzer.Find(level) is { } term ? [term] : []);
        }
        _looksAtCards = _owners is not null || _expiresFrom > 0 || _feeAtMost is not null
            || filter is not { Accepting: null, ReadinessFrom: null } || aim is not { Application: null, Publication: null };
    }

    /// <summary>The facets by which the list is narrowed, and the values that they may have.</summary>
    public IReadOnlyList<(CatalogueFacet Facet, ulong Values)> Facets { get; }

    /// <summary>Keeps of a set what fulfils everything but the facets.</summary>
    public void Narrow(Span<ulong> set, CatalogueSegment segment)
    {
        foreach (var terms in _ipc)
        {
            NarrowToAny(set, segment, terms);
        }
        if (_filter.OnOffer is { } onOffer)
        {
            NarrowToOffered(set, segment, onOffer);
        }
        if (_looksAtCards)
        {
            NarrowByCards(set, segment);
        }
    }

    /// <summary>Keeps of a set what the facets let through.</summary>
    public void NarrowByFacets(Span<ulong> set, CatalogueSegment segment)
    {
        foreach (var (facet, values) in Facets)
        {
            segment.FacetSets.Narrow(set, facet, values);
        }
    }

    /// <summary>A fee in fen; what is beyond every fee counts as the highest.</summary>
    private static long FenOf(decimal fee) => fee >= long.MaxValue / 100 ? long.MaxValue : fee < 0 ? -1 : (long)(fee * 100);

    private static void NarrowToAny(Span<ulong> set, CatalogueSegment segment, List<Term> terms)
    {
        Span<ulong> any = stackalloc ulong[set.Length];
        foreach (var term in terms)
        {
            var postings = segment.Postings.Of(term);
            while (postings.MoveNext())
            {
                any.Add(postings.Document);
            }
        }
        set.IntersectWith(any);
    }

    private static void NarrowToOffered(Span<ulong> set, CatalogueSegment segment, bool onOffer)
    {
        foreach (var (band, documents) in segment.FacetSets.Of(CatalogueFacet.FeeBand))
        {
            if (band == 0 == onOffer) // band 0 is "without an offer"
            {
                set.ExceptWith(documents);
            }
        }
    }

    private void NarrowByCards(Span<ulong> set, CatalogueSegment segment)
    {
        for (var i = 0; i < set.Length; i++)
        {
            for (var word = set[i]; word != 0; word &= word - 1)
            {
                var document = (i << 6) + BitOperations.TrailingZeroCount(word);
                if (!Fulfils(segment, document))
                {
                    set.Remove(document);
                }
            }
        }
    }

    private bool Fulfils(CatalogueSegment segment, int document)
    {
        ref readonly var card = ref segment.Cards[document];
        var offer = segment.Offers[document];
        return (_owners is null || _owners.Contains(card.Owners))
            && card.ExpiryDay >= _expiresFrom
            && (_filter.Accepting is not { } accepting || accepting == offer is { IsAccepting: true })
            && (_feeAtMost is null || offer?.FeeInFen <= _feeAtMost)
            && (_filter.ReadinessFrom is not { } readiness || card.ReadinessLevel >= readiness)
            && HasNumber(segment, card);
    }

    private bool HasNumber(CatalogueSegment segment, in CatalogueCard card) => _aim switch
    {
        { Application: null, Publication: null } => true,
        { Application: { } digits } when card.Number == digits => true,
        { Publication: { } publication } => segment.Texts.Read(card.TextStart, CardText.Publication)?.StartsWith(publication, StringComparison.Ordinal) ?? false,
        _ => false,
    };
}
