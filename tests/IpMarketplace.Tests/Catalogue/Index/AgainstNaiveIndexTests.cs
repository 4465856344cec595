using IpMarketplace.Catalogue;

namespace IpMarketplace.Tests.Catalogue.Index;

public sealed class AgainstNaiveIndexTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Ranks_as_the_formulas_say_over_any_number_of_segments(int seed)
    {
        var random = new RandomCorpus(seed);
        CatalogueEntry[] entries = [.. Enumerable.Range(1, 200).Select(id => random.Entry(id))];
        var catalogue = new PatentCatalogue();
        foreach (var part in entries.Chunk(37))
        {
            catalogue.Apply(part, []);
        }
        var naive = new NaiveIndex(entries);
        for (var i = 0; i < 40; i++)
        {
            var text = i % 3 == 0 ? random.EnglishWords(3) : random.Words(3);
            var expected = naive.Search(text);
            var found = catalogue.SearchFor(text, first: 100);
            Assert.Equal(expected.Count, found.Total);
            Assert.All(expected.Take(100).Zip(found.Hits), pair => Assert.Equal(pair.First.Score, pair.Second.Score, 1e-3));
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Shows_exactly_what_was_put_in_last_whatever_came_before(int seed)
    {
        var random = new RandomCorpus(seed);
        var catalogue = new PatentCatalogue();
        var expected = new Dictionary<long, CatalogueEntry>();
        for (var step = 0; step < 300; step++)
        {
            CatalogueEntry[] entries = [.. Enumerable.Range(0, random.Next(6)).Select(_ => 1 + random.Next(120)).Distinct().Select(id => random.Entry(id))];
            long[] gone = [.. Enumerable.Range(0, random.Next(3)).Select(_ => 1L + random.Next(120)).Except(entries.Select(entry => entry.PatentId))];
            catalogue.Apply(entries, gone);
            foreach (var entry in entries)
            {
                expected[entry.PatentId] = entry;
            }
            foreach (var id in gone)
            {
                expected.Remove(id);
            }
            if (step % 10 == 9)
            {
                catalogue.Compact();
                AssertShows(expected, catalogue, random);
            }
        }
    }

    private static void AssertShows(Dictionary<long, CatalogueEntry> expected, PatentCatalogue catalogue, RandomCorpus random)
    {
        Assert.Equal(expected.Count, catalogue.Count);
        Assert.All(expected.Values, entry => Assert.Equal((entry.Title, entry.TitleEn, entry.Offer), (catalogue.Find(entry.PatentId)!.Title, catalogue.Find(entry.PatentId)!.TitleEn, catalogue.Find(entry.PatentId)!.Offer)));
        Assert.Equal(expected.Keys.Order(), catalogue.SearchFor(null, order: PatentOrder.GrantDate, first: 200).Ids());
        Assert.Equal(
            expected.Values.Count(entry => entry.Offer is not null),
            catalogue.SearchFor(null, CatalogueFilter.None with { OnOffer = true }).Total);
        var word = random.Next(2) == 0 ? "电池" : "涂层";
        Assert.Equal(
            expected.Values.Where(entry => entry.Title.Contains(word, StringComparison.Ordinal) || entry.Texts[0].Contains(word, StringComparison.Ordinal)).Select(entry => entry.PatentId).Order(),
            catalogue.SearchFor(word, first: 200).Ids().Order());
        var section = catalogue.SearchFor(null).Facet(CatalogueFacet.Section).ToDictionary(count => count.Value, count => count.Count);
        Assert.Equal(expected.Values.Count(entry => entry.IpcSymbols[0][0] == 'H'), section.GetValueOrDefault(8));
        Assert.Equal(section.GetValueOrDefault(8), catalogue.SearchFor("H01M").Total);
    }
}
