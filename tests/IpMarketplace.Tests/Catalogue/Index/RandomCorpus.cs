using IpMarketplace.Catalogue;

namespace IpMarketplace.Tests.Catalogue.Index;

/// <summary>Random patents out of few words, so that they share many; the same seed gives the same ones.</summary>
internal sealed class RandomCorpus(int seed)
{
    private static readonly string[] Chinese = ["锂离子", "电池", "负极", "石墨烯", "传感器", "焊接", "机器人", "涂层", "催化剂", "膜", "齿轮", "冷却", "的", "水泥"];
    private static readonly string[] English = ["lithium", "battery", "anodes", "graphene", "sensor", "welding", "robots", "coating", "catalyst", "gears"];
    private readonly Random _random = new(seed);

    public int Next(int below) => _random.Next(below);

    public string Words(int most) => string.Concat(Enumerable.Range(0, 1 + _random.Next(most)).Select(_ => Chinese[_random.Next(Chinese.Length)]));

    public string EnglishWords(int most) => string.Join(' ', Enumerable.Range(0, 1 + _random.Next(most)).Select(_ => English[_random.Next(English.Length)]));

    public CatalogueEntry Entry(long id)
    {
        var entry = Corpus.Entry(id, Words(4), _random.Next(3) == 0 ? EnglishWords(4) : null, Words(20), [_random.Next(2) == 0 ? "H01M 4/00" : "G06F 17/00"]);
        return _random.Next(3) == 0 ? entry.With(OfferKind.Negotiated) : entry;
    }
}
