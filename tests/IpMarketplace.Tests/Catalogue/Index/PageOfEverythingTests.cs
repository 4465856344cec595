using IpMarketplace.Catalogue;

namespace IpMarketplace.Tests.Catalogue.Index;

/// <summary>The list of everything is cut without a search. A condition that lets everything through goes the long way and must cut the same.</summary>
public sealed class PageOfEverythingTests
{
    private static readonly CatalogueFilter LongWay = CatalogueFilter.None with { ReadinessFrom = 0 };

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    public void Is_the_page_that_a_search_would_find(int seed)
    {
        var random = new RandomCorpus(seed);
        var catalogue = new PatentCatalogue();
        for (var step = 0; step < 40; step++)
        {
            CatalogueEntry[] entries = [.. Enumerable.Range(0, 1 + random.Next(9)).Select(_ => 1 + random.Next(150)).Distinct().Select(id => Dated(random.Entry(id), random))];
            catalogue.Apply(entries, [.. Enumerable.Range(0, random.Next(3)).Select(_ => 1L + random.Next(150)).Except(entries.Select(entry => entry.PatentId))]);
            foreach (var order in Enum.GetValues<PatentOrder>())
            {
                AssertCutAlike(catalogue, order, random);
            }
        }
    }

    private static void AssertCutAlike(PatentCatalogue catalogue, PatentOrder order, RandomCorpus random)
    {
        var all = catalogue.SearchFor(null, LongWay, order, first: 200).Hits;
        CataloguePlace? Somewhere() => all.Count == 0 || random.Next(3) == 0 ? null : all[random.Next(all.Count)].Place;
        for (var i = 0; i < 8; i++)
        {
            var page = new CataloguePage(random.Next(12), Somewhere(), Somewhere(), FromEnd: random.Next(2) == 0);
            var expected = catalogue.Search(new CatalogueRequest(null, LongWay, order, page));
            var actual = catalogue.Search(new CatalogueRequest(null, CatalogueFilter.None, order, page));
            Assert.Equal(expected.Hits.Select(hit => hit.Place), actual.Hits.Select(hit => hit.Place));
            Assert.Equal(expected.Ids(), actual.Ids());
            Assert.Equal((expected.Total, expected.HasPrevious, expected.HasNext), (actual.Total, actual.HasPrevious, actual.HasNext));
            Assert.All(Enum.GetValues<CatalogueFacet>(), facet => Assert.Equal(expected.Facet(facet), actual.Facet(facet)));
        }
    }

    private static CatalogueEntry Dated(CatalogueEntry entry, RandomCorpus random) => entry with
    {
        GrantDate = random.Next(4) == 0 ? null : new DateOnly(2020, 1, 1).AddDays(random.Next(20)),
        ExpiryDate = random.Next(4) == 0 ? null : new DateOnly(2035, 1, 1).AddDays(random.Next(20)),
    };
}
