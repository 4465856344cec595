using IpMarketplace.Catalogue;
using IpMarketplace.OpenLicensing;
using IpMarketplace.Patents;

namespace IpMarketplace.Tests.Catalogue.Index;

/// <summary>Whatever a search passes over, its hits, their order and scores, the total, the facets and every page are those of the plain search.</summary>
public sealed class AgainstPlainSearchTests
{
    private static readonly CatalogueFacet[] Facets = [CatalogueFacet.Section, CatalogueFacet.PatentKind, CatalogueFacet.FeeBand, CatalogueFacet.OfferKind];
    private static readonly string[] Common = ["电池", "传感器", "机器人", "涂层", "冷却", "齿轮", "石墨烯", "battery", "sensor"];
    private static readonly string[] Rare = [.. Enumerable.Range(0, 400).Select(i => $"{(char)(0x5200 + i)}{(char)(0x6200 + i * 7 % 400)}")];

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public void Finds_orders_and_counts_as_the_plain_search_does(int seed)
    {
        var random = new Random(seed);
        var catalogue = new PatentCatalogue();
        var plain = new PlainSearch(catalogue);
        for (var part = 0; part < 4; part++)
        {
            Apply(catalogue, plain, [.. Enumerable.Range(1, 900).Select(i => Entry(random, (i * 7 % 900 * 4) + part + 1))], []);
        }
        AssertAlike(catalogue, plain, random);
        for (var change = 0; change < 20; change++)
        {
            Apply(catalogue, plain, [Entry(random, 1 + random.Next(3_600)), Entry(random, 4_000 + change)], [3_700 + change, 2 + random.Next(900) * 4]);
        }
        AssertAlike(catalogue, plain, random);
        while (catalogue.Compact())
        {
        }
        plain.Forget();
        AssertAlike(catalogue, plain, random);
    }

    private static void AssertAlike(PatentCatalogue catalogue, PlainSearch plain, Random random)
    {
        for (var i = 0; i < 40; i++)
        {
            var text = Text(random);
            var filter = Filter(random);
            var order = random.Next(3) > 0 ? PatentOrder.Relevance : new[] { PatentOrder.GrantDate, PatentOrder.Expiry, PatentOrder.FeeAsc }[random.Next(3)];
            if (text is null && order == PatentOrder.Relevance)
            {
                order = PatentOrder.GrantDate;
            }
            var expected = plain.Search(text, filter, order);
            AssertPage(expected, catalogue.Search(new CatalogueRequest(text, filter, order, new CataloguePage(1 + random.Next(30)))), 0);
            Assert.All(Facets, facet => Assert.Equal(plain.Facet(text, filter, facet), catalogue.Search(new CatalogueRequest(text, filter, order, new CataloguePage(7))).Facet(facet)));
            AssertPagesBetween(expected, catalogue, new CatalogueRequest(text, filter, order, new CataloguePage(4_000)), random);
        }
    }

    private static void AssertPagesBetween(List<(long Id, float Score)> expected, PatentCatalogue catalogue, CatalogueRequest everything, Random random)
    {
        var all = catalogue.Search(everything).Hits;
        Assert.Equal(expected, all.Select(hit => (hit.Row.Id, hit.Score)));
        for (var i = 0; i < 3 && all.Count > 2; i++)
        {
            var (start, end) = (random.Next(all.Count - 1), all.Count - random.Next(all.Count / 2));
            end = Math.Max(end, start + 1);
            var size = 1 + random.Next(25);
            var forward = catalogue.Search(everything with { Page = new CataloguePage(size, all[start].Place, end < all.Count ? all[end].Place : null) });
            Assert.Equal(expected.Take(end).Skip(start + 1).Take(size).Select(hit => hit.Id), forward.Ids());
            Assert.Equal((expected.Count, true, start + 1 + forward.Hits.Count < all.Count), (forward.Total, forward.HasPrevious, forward.HasNext));
            var back = catalogue.Search(everything with { Page = new CataloguePage(size, Before: all[start].Place, FromEnd: true) });
            Assert.Equal(expected.Take(start).TakeLast(size).Select(hit => hit.Id), back.Ids());
            Assert.Equal((start > back.Hits.Count, true), (back.HasPrevious, back.HasNext));
        }
    }

    private static void AssertPage(List<(long Id, float Score)> expected, CatalogueHits hits, int skip)
    {
        Assert.Equal(expected.Skip(skip).Take(hits.Hits.Count), hits.Hits.Select(hit => (hit.Row.Id, hit.Score)));
        Assert.Equal((expected.Count, hits.Hits.Count < expected.Count), (hits.Total, hits.HasNext));
    }

    private static void Apply(PatentCatalogue catalogue, PlainSearch plain, CatalogueEntry[] entries, long[] gone)
    {
        gone = [.. gone.Except(entries.Select(entry => entry.PatentId))];
        catalogue.Apply(entries, gone);
        plain.Apply(entries, gone);
    }

    private static string? Text(Random random) => random.Next(8) switch
    {
        0 => null,
        1 or 2 => Common[random.Next(Common.Length)],
        3 => Common[random.Next(Common.Length)] + " " + Common[random.Next(Common.Length)],
        4 => Common[random.Next(Common.Length)] + Rare[random.Next(Rare.Length)],
        5 => string.Concat(Enumerable.Range(0, 3).Select(_ => Rare[random.Next(Rare.Length)])),
        6 => string.Join(' ', Enumerable.Range(0, 9).Select(_ => random.Next(2) == 0 ? Common[random.Next(Common.Length)] : Rare[random.Next(Rare.Length)])),
        _ => "方法",
    };

    private static CatalogueFilter Filter(Random random)
    {
        var filter = new CatalogueFilter
        {
            OnOffer = random.Next(4) == 0 ? random.Next(2) == 0 : null,
            Accepting = random.Next(6) == 0 ? true : null,
            Ipc = random.Next(5) == 0 ? ["H01M", "B65D"] : [],
        };
        filter = random.Next(3) == 0 ? filter.With(CatalogueFacet.Section, [1 + random.Next(8), 8]) : filter;
        filter = random.Next(4) == 0 ? filter.With(CatalogueFacet.OfferKind, [random.Next(3)]) : filter;
        return random.Next(4) == 0 ? filter.With(CatalogueFacet.FeeBand, [0, (int)FeeBand.Free + 1]) : filter;
    }

    private static CatalogueEntry Entry(Random random, long id)
    {
        var entry = Corpus.Entry(id, Words(random, 1 + random.Next(8)) + (random.Next(3) == 0 ? "方法" : ""), null, Words(random, 1 + random.Next(60)), ["ABCDEFGH"[random.Next(8)] + (random.Next(2) == 0 ? "01M 4/00" : "65D 1/00")]);
        entry = entry with
        {
            Kind = random.Next(3) == 0 ? PatentKind.UtilityModel : PatentKind.Invention,
            GrantDate = random.Next(4) == 0 ? null : new DateOnly(2020, 1, 1).AddDays(random.Next(40)),
            ExpiryDate = random.Next(4) == 0 ? null : new DateOnly(2035, 1, 1).AddDays(random.Next(400)),
        };
        return random.Next(4) switch
        {
            0 => entry.With(OfferKind.OpenAnnounced, random.Next(2) == 0 ? FeeTerms.Free : Corpus.LumpSum(1 + random.Next(60_000))),
            1 => entry.With(OfferKind.Negotiated),
            _ => entry,
        };
    }

    private static string Words(Random random, int count) => string.Join(random.Next(2) == 0 ? "" : " ", Enumerable.Range(0, count).Select(_ => random.Next(3) > 0
        ? Common[(int)(random.NextDouble() * random.NextDouble() * Common.Length)]
        : Rare[(int)(random.NextDouble() * random.NextDouble() * Rare.Length)]));
}
