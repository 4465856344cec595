using IpMarketplace.Catalogue;
using IpMarketplace.OpenLicensing;
using IpMarketplace.Patents;

namespace IpMarketplace.Benchmarks.Catalogue;

/// <summary>
/// As many patents as one likes, with words as rare and as frequent as in real ones: the n-th word is n times rarer than the first (Zipf). A title has about
/// 18 characters, an abstract about 200.
/// </summary>
internal sealed class SyntheticPatents(int seed)
{
    private const int Vocabulary = 60_000;
    private const int FirstCharacter = 0x4E00;
    private const int Characters = 3_500;
    private readonly Random _random = new(seed);
    private readonly string[] _words = Words(new Random(seed));

    /// <summary>A word by its rank, 0 being the most frequent.</summary>
    public string Word(int rank) => _words[rank];

    /// <summary>The patents.</summary>
    public IEnumerable<CatalogueEntry> Take(int count)
    {
        for (var id = 1; id <= count; id++)
        {
            var section = (char)('A' + _random.Next(8));
            yield return new CatalogueEntry(id, 1, PatentKind.Invention, Text(8))
            {
                IpcSymbols = [$"{section}{1 + _random.Next(30):00}{(char)('B' + _random.Next(12))} {1 + _random.Next(60)}/00"],
                Status = RightStatus.InForce,
                FilingDate = new DateOnly(2005, 1, 1).AddDays(_random.Next(7000)),
                GrantDate = new DateOnly(2008, 1, 1).AddDays(_random.Next(6000)),
                ExpiryDate = new DateOnly(2025, 1, 1).AddDays(_random.Next(7000)),
                Texts = [Text(85)],
                Offer = id % 20 == 0 ? new CatalogueOffer([OfferKind.OpenAnnounced], DateTimeOffset.UnixEpoch.AddDays(20_000 + _random.Next(400))) { Fee = FeeTerms.Free, IsAccepting = true } : null,
            };
        }
    }

    private string Text(int words) => string.Concat(Enumerable.Range(0, words - 2 + _random.Next(5)).Select(_ => _words[(int)Math.Exp(_random.NextDouble() * Math.Log(Vocabulary)) - 1]));

    private static string[] Words(Random random) =>
        [.. Enumerable.Range(0, Vocabulary).Select(_ => string.Concat(Enumerable.Range(0, 2 + random.Next(2)).Select(_ => (char)(FirstCharacter + (int)(random.NextDouble() * random.NextDouble() * Characters)))))];
}
