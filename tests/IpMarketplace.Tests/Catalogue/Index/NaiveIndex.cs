using IpMarketplace.Catalogue;
using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Tests.Catalogue.Index;

/// <summary>The same ranking as a few dictionaries, straight from the formulas: slow and plain.</summary>
internal sealed class NaiveIndex
{
    private readonly TextAnalyzer _analyzer = new(TextFolding.Default);
    private readonly List<(long Id, Dictionary<string, int> Head, Dictionary<string, int> Body)> _documents = [];

    public NaiveIndex(IEnumerable<CatalogueEntry> entries)
    {
        foreach (var entry in entries)
        {
            var head = Terms([entry.Title, entry.TitleEn ?? "", .. entry.Keywords]);
            var body = Terms(entry.Texts).Where(term => !IsSingle(term.Key)).ToDictionary();
            _documents.Add((entry.PatentId, head, body));
        }
    }

    /// <summary>The patents found and their scores, best first.</summary>
    public List<(long Id, double Score)> Search(string text)
    {
        var weights = Weights(text);
        var deciding = weights.Any(term => !IsSingle(term.Key)) ? weights.Where(term => !IsSingle(term.Key)).ToDictionary() : weights;
        var all = deciding.Values.Sum();
        var covered = _documents.ConvertAll(document => deciding.Where(term => Has(document, term.Key)).Sum(term => term.Value));
        var enough = covered.Exists(share => share >= 0.5 * all - 1e-4) ? 0.5 * all : 0.5 * covered.DefaultIfEmpty().Max();
        var (headAverage, bodyAverage) = (_documents.Average(document => document.Head.Values.Sum()), _documents.Average(document => document.Body.Values.Sum()));
        return
        [
            .. _documents.Zip(covered)
                .Where(pair => pair.Second > 0 && pair.Second >= enough - 1e-4)
                .Select(pair => (pair.First.Id, Score: weights.Sum(term => term.Value * InDocument(pair.First, term.Key, headAverage, bodyAverage))))
                .OrderByDescending(pair => pair.Score)
                .ThenBy(pair => pair.Id),
        ];
    }

    private Dictionary<string, double> Weights(string text)
    {
        var having = Terms([text]).ToDictionary(term => term.Key, term => (Often: term.Value, Df: _documents.Count(document => Has(document, term.Key))))
            .Where(term => term.Value.Df > 0).ToDictionary();
        var kept = having.Where(term => !IsSingle(term.Key) || term.Value.Df <= 0.1 * _documents.Count).ToDictionary();
        return (kept.Count > 0 ? kept : having).ToDictionary(
            term => term.Key,
            term => Math.Log(1 + (_documents.Count - term.Value.Df + 0.5) / (term.Value.Df + 0.5)) * (4.0 * term.Value.Often * 9 / (4.0 * term.Value.Often + 8)));
    }

    private static double InDocument((long, Dictionary<string, int> Head, Dictionary<string, int> Body) document, string term, double headAverage, double bodyAverage)
    {
        var often = 2.0 * document.Head.GetValueOrDefault(term) / (0.25 + 0.75 * document.Head.Values.Sum() / headAverage)
            + 1.0 * document.Body.GetValueOrDefault(term) / (0.25 + 0.75 * document.Body.Values.Sum() / bodyAverage);
        return often * 2.2 / (often + 1.2);
    }

    private static bool Has((long, Dictionary<string, int> Head, Dictionary<string, int> Body) document, string term) => document.Head.ContainsKey(term) || document.Body.ContainsKey(term);

    private static bool IsSingle(string term) => term.Length == 1;

    private Dictionary<string, int> Terms(IEnumerable<string> texts) => texts
        .SelectMany(text => _analyzer.TermsOf(text))
        .GroupBy(term => _analyzer.Spell(term.Key))
        .ToDictionary(group => group.Key, group => group.Sum(term => term.Value));
}
