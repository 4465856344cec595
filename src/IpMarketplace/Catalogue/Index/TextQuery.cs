using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// A text as weighted terms (matching.md 2.3): what a search or a need asks for. Only terms that the catalogue knows count; the strongest 128 are kept.
/// </summary>
internal sealed class TextQuery
{
    private const float TitleWeight = 4;
    private const float ContentReference = 100;
    private const float FrequentShare = 0.10f;
    private const int MostTerms = 128;

    private readonly bool _isOfSinglesOnly;

    private TextQuery(IReadOnlyList<WeightedTerm> terms)
    {
        Terms = terms;
        _isOfSinglesOnly = terms.All(term => term.Term.IsSingle);
    }

    /// <summary>The terms, strongest first.</summary>
    public IReadOnlyList<WeightedTerm> Terms { get; }

    /// <summary>Whether a term decides if a patent is found: words and pairs of characters do; single characters, which are indexed of titles only, just rank.</summary>
    public bool Decides(Term term) => !term.IsSingle || _isOfSinglesOnly;

    /// <summary>The weight of all terms that decide.</summary>
    public float DecidingWeight => Terms.Where(term => Decides(term.Term)).Sum(term => term.Weight);

    /// <summary>The query for a title, as which a search text counts, and for a longer content, which counts less the longer it is.</summary>
    public static TextQuery Of(string title, string? content, TextAnalyzer analyzer, CatalogueSnapshot snapshot)
    {
        var inTitle = Known(title, analyzer, snapshot);
        var inContent = Known(content ?? "", analyzer, snapshot);
        var contentWeight = Math.Min(1, 2 * ContentReference / (ContentReference + inContent.Values.Sum(entry => entry.Often)));
        var documents = snapshot.CountedAmong;
        var weighted = inTitle.Keys.Union(inContent.Keys).Select(term =>
        {
            var often = TitleWeight * inTitle.GetValueOrDefault(term).Often + contentWeight * inContent.GetValueOrDefault(term).Often;
            var having = Math.Max(inTitle.GetValueOrDefault(term).Having, inContent.GetValueOrDefault(term).Having);
            return (Term: new WeightedTerm(term, Bm25.Idf(documents, having) * Bm25.InQuery(often)), IsFrequent: term.IsSingle && having > FrequentShare * documents);
        }).ToList();
        var kept = weighted.Exists(entry => !entry.IsFrequent) ? weighted.Where(entry => !entry.IsFrequent) : weighted;
        return new TextQuery(
        [
            .. kept.Select(entry => entry.Term)
                .OrderByDescending(entry => entry.Weight)
                .ThenBy(entry => analyzer.Spell(entry.Term), StringComparer.Ordinal)
                .Take(MostTerms),
        ]);
    }

    private static Dictionary<Term, (int Often, int Having)> Known(string text, TextAnalyzer analyzer, CatalogueSnapshot snapshot)
    {
        var known = new Dictionary<Term, (int, int)>();
        foreach (var (term, often) in analyzer.KnownTermsOf(text))
        {
            if (snapshot.CountOf(term) is > 0 and var having)
            {
                known.Add(term, (often, having));
            }
        }
        return known;
    }
}
