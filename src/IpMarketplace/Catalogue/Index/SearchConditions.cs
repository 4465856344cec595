using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Catalogue.Index;

/// <summary>The conditions of one search beside its words, ready to be asked of one document after the other.</summary>
internal sealed class SearchConditions
{
    private readonly CatalogueFilter _filter;
    private readonly SearchAim _aim;
    private readonly List<List<Term>> _ipc = [];
    private readonly IReadOnlySet<int>? _owners;
    private readonly (int Facet, ulong Values)[] _narrowed;
    private readonly int _expiresFrom;
    private readonly long? _feeAtMost;
    private CatalogueSegment _segment = null!;
    private ulong[]? _inClass;

    public SearchConditions(CatalogueFilter filter, SearchAim aim, TextAnalyzer analyzer, OwnerLists owners)
    {
        _filter = filter;
        _aim = aim;
        _owners = filter.OwnedBy.Count == 0 ? null : owners.With(filter.OwnedBy);
        _expiresFrom = filter.ExpiresFrom?.DayNumber ?? 0;
        _feeAtMost = filter.FeeAtMost is { } fee ? (long)(fee * 100) : null;
        _narrowed = [.. Enum.GetValues<CatalogueFacet>().Select(facet => ((int)facet, filter[facet])).Where(facet => facet.Item2 != 0)];
        if (filter.Ipc.Count > 0)
        {
            _ipc.Add([.. filter.Ipc.Select(IpcLevels.Parse).OfType<string>().Select(analyzer.Find).OfType<Term>()]);
        }
        if (aim.IpcLevel is { } level)
        {
            _ipc.Add(analyzer.Find(level) is { } term ? [term] : []);
        }
        Any = _ipc.Count > 0 || _owners is not null || _expiresFrom > 0 || _feeAtMost is not null
            || filter is not { OnOffer: null, Accepting: null, ReadinessFrom: null } || aim is not { Application: null, Publication: null };
    }

    /// <summary>Whether there is any condition beside the facets.</summary>
    public bool Any { get; }

    /// <summary>Turns to a segment, of which the documents are asked next.</summary>
    public void TurnTo(CatalogueSegment segment)
    {
        _segment = segment;
        _inClass = null;
        foreach (var terms in _ipc)
        {
            var documents = DocumentsWithAny(terms);
            for (var i = 0; _inClass is not null && i < documents.Length; i++)
            {
                documents[i] &= _inClass[i];
            }
            _inClass = documents;
        }
    }

    /// <summary>Whether a document fulfils everything but the facets.</summary>
    public bool Fulfils(int document)
    {
        if (_inClass is not null && (_inClass[document >> 6] & (1UL << (document & 63))) == 0)
        {
            return false;
        }
        ref readonly var card = ref _segment.Cards[document];
        var offer = _segment.Offers[document];
        return (_owners is null || _owners.Contains(card.Owners))
            && card.ExpiryDay >= _expiresFrom
            && (_filter.OnOffer is not { } onOffer || onOffer == offer is not null)
            && (_filter.Accepting is not { } accepting || accepting == offer is { IsAccepting: true })
            && (_feeAtMost is null || offer?.FeeInFen <= _feeAtMost)
            && (_filter.ReadinessFrom is not { } readiness || card.ReadinessLevel >= readiness)
            && HasNumber(card);
    }

    /// <summary>How many facets keep a document out, two standing for more, and the last of them.</summary>
    public int FacetsAgainst(int document, out int last)
    {
        var against = 0;
        last = -1;
        foreach (var (facet, values) in _narrowed)
        {
            var value = _segment.Facets[facet][document];
            if ((facet == (int)CatalogueFacet.OfferKind ? values & value : values & (1UL << value)) == 0)
            {
                last = facet;
                if (++against == 2)
                {
                    break;
                }
            }
        }
        return against;
    }

    private bool HasNumber(in CatalogueCard card) => _aim switch
    {
        { Application: null, Publication: null } => true,
        { Application: { } digits } when card.Number == digits => true,
        { Publication: { } publication } => _segment.Texts.Read(card.TextStart, CardText.Publication)?.StartsWith(publication, StringComparison.Ordinal) ?? false,
        _ => false,
    };

    private ulong[] DocumentsWithAny(List<Term> terms)
    {
        var documents = new ulong[(_segment.Count + 63) / 64];
        foreach (var term in terms)
        {
            var postings = _segment.Postings.Of(term);
            while (postings.MoveNext())
            {
                documents[postings.Document >> 6] |= 1UL << (postings.Document & 63);
            }
        }
        return documents;
    }
}
