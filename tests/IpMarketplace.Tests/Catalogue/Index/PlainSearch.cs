using IpMarketplace.Catalogue;
using IpMarketplace.Catalogue.Index;
using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Tests.Catalogue.Index;

/// <summary>
/// The search as its description says, document by document and without any shortcut: what a catalogue finds, how it is ordered and counted must be this to the
/// last hit. Only the weights of a query's terms are the catalogue's own; <see cref="NaiveIndex"/> checks those.
/// </summary>
internal sealed class PlainSearch
{
    private readonly PatentCatalogue _catalogue;
    private readonly Dictionary<long, Document> _documents = [];
    private readonly Dictionary<string, List<(Document Document, float Score)>> _found = [];

    public PlainSearch(PatentCatalogue catalogue) => _catalogue = catalogue;

    /// <summary>Takes in and takes out, as the catalogue does.</summary>
    public void Apply(IEnumerable<CatalogueEntry> entries, IEnumerable<long> gone)
    {
        _found.Clear();
        foreach (var entry in entries)
        {
            _documents[entry.PatentId] = new Document(entry, _catalogue.Analyzer);
        }
        foreach (var id in gone)
        {
            _documents.Remove(id);
        }
    }

    /// <summary>All that is found, in order.</summary>
    public List<(long Id, float Score)> Search(string? text, CatalogueFilter filter, PatentOrder order)
    {
        var found = Found(text).Where(hit => Lets(filter, hit.Document, null));
        return
        [
            .. (order == PatentOrder.Relevance && text is not null ? found.OrderByDescending(hit => hit.Score) : found.OrderBy(hit => KeyOf(order, hit.Document.Entry)))
                .ThenBy(hit => hit.Document.Entry.PatentId)
                .Select(hit => (hit.Document.Entry.PatentId, hit.Score)),
        ];
    }

    /// <summary>The counts of a facet, the most frequent first.</summary>
    public List<FacetCount> Facet(string? text, CatalogueFilter filter, CatalogueFacet facet) =>
    [
        .. Found(text).Where(hit => Lets(filter, hit.Document, facet)).SelectMany(hit => hit.Document.Values(facet))
            .GroupBy(value => value).Select(group => new FacetCount(group.Key, group.Count()))
            .OrderByDescending(count => count.Count).ThenBy(count => count.Value),
    ];

    /// <summary>Forgets what it found: the catalogue counts otherwise once its segments are merged.</summary>
    public void Forget() => _found.Clear();

    private IEnumerable<(Document Document, float Score)> Found(string? text) =>
        text is null ? _documents.Values.Select(document => (document, 0f))
        : _found.TryGetValue(text, out var found) ? found
        : _found[text] = [.. FoundByWords(text)];

    private IEnumerable<(Document Document, float Score)> FoundByWords(string text)
    {
        var read = QueryText.Read(text, _catalogue.Analyzer);
        var query = TextQuery.Of(read, Yardstick.Of(read, _catalogue.Snapshot));
        var covered = _documents.Values.ToDictionary(document => document, document => Sum(query.Deciding, term => document.Has(term.Term) ? term.Weight : 0));
        var best = covered.Values.DefaultIfEmpty().Max();
        var enough = best >= query.Enough ? query.Enough : best * 0.5f;
        var (headFactors, bodyFactors) = (Bm25.HeadFactors(_catalogue.Snapshot.HeadAverage), Bm25.BodyFactors(_catalogue.Snapshot.BodyAverage));
        return covered.Where(entry => entry.Value > 0 && entry.Value >= enough)
            .Select(entry => (entry.Key, Sum(query.Terms, term => term.Weight * entry.Key.Weight(term.Term, headFactors, bodyFactors))));
    }

    private static float Sum(WeightedTerm[] terms, Func<WeightedTerm, float> value)
    {
        var sum = 0f;
        foreach (var term in terms)
        {
            sum += value(term);
        }
        return sum;
    }

    private static bool Lets(CatalogueFilter filter, Document document, CatalogueFacet? exceptBy) =>
        (filter.OnOffer is not { } onOffer || onOffer == document.Entry.Offer is not null)
        && (filter.Accepting is not { } accepting || accepting == document.Entry.Offer is { IsAccepting: true })
        && (filter.Ipc.Count == 0 || filter.Ipc.Any(symbol => document.Entry.IpcSymbols.Any(own => own.StartsWith(symbol, StringComparison.Ordinal))))
        && Enum.GetValues<CatalogueFacet>().All(facet => facet == exceptBy || filter[facet] == 0 || document.Values(facet).Any(value => (filter[facet] & (1UL << value)) != 0));

    private static long KeyOf(PatentOrder order, CatalogueEntry entry) => order switch
    {
        PatentOrder.GrantDate => -(entry.GrantDate?.DayNumber ?? 0),
        PatentOrder.Expiry => -(entry.ExpiryDate?.DayNumber ?? 0),
        PatentOrder.FeeAsc => entry.Offer?.FeeInFen ?? long.MaxValue,
        _ => throw new ArgumentOutOfRangeException(nameof(order)),
    };

    private sealed class Document
    {
        private readonly Dictionary<Term, int> _head;
        private readonly Dictionary<Term, int> _body;
        private readonly int _headLength;
        private readonly int _bodyLength;

        public Document(CatalogueEntry entry, TextAnalyzer analyzer)
        {
            Entry = entry;
            _head = Terms(analyzer, [entry.Title, entry.TitleEn ?? "", .. entry.Keywords]);
            _body = Terms(analyzer, entry.Texts).Where(term => !term.Key.IsSingle).ToDictionary();
            _headLength = Math.Min(_head.Values.Sum(), FieldLengths.LongestHead);
            foreach (var (word, _, _) in analyzer.PiecesOf(entry.Title).Where(piece => piece.IsGeneric))
            {
                var generic = analyzer.Learn("~" + word);
                _head[generic] = _head.GetValueOrDefault(generic) + 1;
            }
            _bodyLength = Math.Min(_body.Values.Sum(), FieldLengths.LongestBody);
        }

        public CatalogueEntry Entry { get; }

        public bool Has(Term term) => _head.ContainsKey(term) || _body.ContainsKey(term);

        public float Weight(Term term, float[] headFactors, float[] bodyFactors) => !Has(term) ? 0
            : Bm25.InDocument(new Frequency(_head.GetValueOrDefault(term), _body.GetValueOrDefault(term)), headFactors[_headLength], bodyFactors[_bodyLength]);

        public IEnumerable<int> Values(CatalogueFacet facet) => facet switch
        {
            CatalogueFacet.Section => [CatalogueFacets.SectionValue(Entry.IpcSymbols[0][..1])],
            CatalogueFacet.PatentKind => [CatalogueFacets.ValueOf(Entry.Kind)],
            CatalogueFacet.FeeBand => [Entry.Offer is { } offer ? CatalogueFacets.ValueOf(offer.FeeBand) : 0],
            CatalogueFacet.OfferKind => Entry.Offer?.Kinds.Select(kind => (int)kind) ?? [],
            _ => [0],
        };

        private static Dictionary<Term, int> Terms(TextAnalyzer analyzer, IEnumerable<string> texts) =>
            texts.SelectMany(analyzer.TermsOf).GroupBy(term => term.Key, term => term.Value).ToDictionary(group => group.Key, group => group.Sum());
    }
}
