using IpMarketplace.Catalogue;
using IpMarketplace.Catalogue.Text;
using IpMarketplace.OpenLicensing;
using IpMarketplace.Patents;

namespace IpMarketplace.Benchmarks.Catalogue;

/// <summary>
/// As many patents as one likes, with words as rare and as frequent as in real ones: the n-th word is n times rarer than the first (Zipf). A title has about
/// 18 characters, an abstract about 200.
/// </summary>
internal sealed class SyntheticPatents
{
    private const int MostRare = 2_000;
    private const int Vocabulary = 60_000;
    private const int FirstCharacter = 0x4E00;
    private const int Characters = 3_500;
    private static readonly TextAnalyzer Analyzer = new(TextFolding.Default);
    private readonly Random _random;
    private readonly string[] _words;
    private readonly Dictionary<string, int> _ranks = [];

    public SyntheticPatents(int seed)
    {
        _random = new Random(seed);
        _words = Words(new Random(seed));
        for (var rank = _words.Length - 1; rank >= 0; rank--)
        {
            _ranks[_words[rank]] = rank;
        }
    }

    /// <summary>The words of two characters that every engine takes as they are, the most frequent first.</summary>
    public string[] WordsOfTwo => field ??= [.. _words.Where(IsPlain).Distinct()];

    /// <summary>The patents.</summary>
    /// <param name="count">How many.</param>
    /// <param name="rareWords">Takes, of some of the patents, three rare words that stand in their text.</param>
    public IEnumerable<CatalogueEntry> Take(int count, List<string[]>? rareWords = null)
    {
        for (var id = 1; id <= count; id++)
        {
            var body = Text(85);
            if (rareWords is { Count: < MostRare } && id % 97 == 0 && body.Where(word => IsPlain(word) && _ranks[word] is > 1_000 and < 20_000).Distinct().Take(3).ToArray() is { Length: 3 } rare)
            {
                rareWords.Add(rare);
            }
            var section = (char)('A' + _random.Next(8));
            yield return new CatalogueEntry(id, 1, PatentKind.Invention, string.Concat(Text(8)))
            {
                IpcSymbols = [$"{section}{1 + _random.Next(30):00}{(char)('B' + _random.Next(12))} {1 + _random.Next(60)}/00"],
                Status = RightStatus.InForce,
                FilingDate = new DateOnly(2005, 1, 1).AddDays(_random.Next(7000)),
                GrantDate = new DateOnly(2008, 1, 1).AddDays(_random.Next(6000)),
                ExpiryDate = new DateOnly(2025, 1, 1).AddDays(_random.Next(7000)),
                Texts = [string.Concat(body)],
                Offer = id % 20 == 0 ? new CatalogueOffer([OfferKind.OpenAnnounced], DateTimeOffset.UnixEpoch.AddDays(20_000 + _random.Next(400))) { Fee = FeeTerms.Free, IsAccepting = true } : null,
            };
        }
    }

    private static bool IsPlain(string word) => word.Length == 2 && TextFolding.Default.Fold(word) == word && !Analyzer.PiecesOf(word)[0].IsGeneric;

    private string[] Text(int words) => [.. Enumerable.Range(0, words - 2 + _random.Next(5)).Select(_ => _words[(int)Math.Exp(_random.NextDouble() * Math.Log(Vocabulary)) - 1])];

    private static string[] Words(Random random) =>
        [.. Enumerable.Range(0, Vocabulary).Select(_ => string.Concat(Enumerable.Range(0, 2 + random.Next(2)).Select(_ => (char)(FirstCharacter + (int)(random.NextDouble() * random.NextDouble() * Characters)))))];
}
