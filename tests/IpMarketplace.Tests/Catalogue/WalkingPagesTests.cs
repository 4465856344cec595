using IpMarketplace.Catalogue;

namespace IpMarketplace.Tests.Catalogue;

/// <summary>Who walks through the pages of a search meets every patent that does not change meanwhile once, whatever is written meanwhile and whichever node answers.</summary>
public sealed class WalkingPagesTests
{
    private static readonly string[] Words = ["电池", "传感器", "battery", "sensor", "方法", "石墨烯", "机器人"];

    [Theory]
    [InlineData("电池 battery")]
    [InlineData("石墨烯传感器 sensor")]
    [InlineData("方法")]
    [InlineData("电")]
    [InlineData("电池传感器石墨烯机器人 battery sensor unheardof")]
    public void A_walk_by_relevance_meets_every_unchanged_hit_once(string query)
    {
        var random = new Random(5);
        CatalogueEntry[] entries = [.. Enumerable.Range(1, 200).Select(id => Entry(random, id))];
        // Two nodes that came to the same patents on different ways: other segments, other numbers of the words.
        PatentCatalogue[] nodes = [new(), new()];
        nodes[0].Apply(entries, []);
        foreach (var part in entries.Reverse().Chunk(23))
        {
            nodes[1].Apply(part, []);
        }
        var expected = nodes[0].SearchFor(query, first: 500).Ids();
        Assert.Equal(expected, nodes[1].SearchFor(query, first: 500).Ids());

        var met = new List<long>();
        var changed = new HashSet<long>();
        CataloguePlace? after = null;
        for (var page = 0; ; page++)
        {
            var hits = nodes[page % 2].Search(new CatalogueRequest(query, CatalogueFilter.None, PatentOrder.Relevance, new CataloguePage(7, after)));
            met.AddRange(hits.Ids());
            if (!hits.HasNext)
            {
                break;
            }
            Assert.True(CataloguePlace.TryParse(hits.Hits[^1].Place.ToString(), PatentOrder.Relevance, out var place));
            after = place;
            Assert.True(nodes[0].IsPageOf(query, new CataloguePage(7, after)));
            CatalogueEntry[] written = [.. Enumerable.Range(0, 12).Select(i => Entry(random, 1_000 + page * 20 + i)), Entry(random, 1 + random.Next(200))];
            long[] gone = [1 + random.Next(200)];
            changed.UnionWith(written.Select(entry => entry.PatentId).Concat(gone));
            foreach (var node in nodes)
            {
                node.Apply(written, [.. gone.Except(written.Select(entry => entry.PatentId))]);
                node.Compact();
            }
        }
        Assert.True(expected.Length > 20);
        Assert.Equal(expected.Except(changed), met.Where(id => !changed.Contains(id)));
    }

    [Theory]
    [InlineData(PatentOrder.Newest)]
    [InlineData(PatentOrder.GrantDate)]
    public void So_does_a_walk_in_another_order(PatentOrder order)
    {
        var random = new Random(6);
        var catalogue = Corpus.Of([.. Enumerable.Range(1, 200).Select(id => Entry(random, id))]);
        var expected = catalogue.SearchFor("电池 sensor", order: order, first: 500).Ids();
        var met = new List<long>();
        for (CatalogueHits? hits = null; hits is not { HasNext: false };)
        {
            hits = catalogue.Search(new CatalogueRequest("电池 sensor", CatalogueFilter.None, order, new CataloguePage(7, hits?.Hits[^1].Place)));
            met.AddRange(hits.Ids());
            catalogue.Apply([.. Enumerable.Range(0, 9).Select(_ => Entry(random, 1_000 + random.Next(500)))], []);
        }
        Assert.Equal(expected, met.Where(id => id < 1_000));
    }

    [Fact]
    public void A_cursor_of_another_search_is_none()
    {
        var catalogue = Corpus.Of([.. Enumerable.Range(1, 20).Select(id => Entry(new Random(id), id))]);
        var place = catalogue.SearchFor("电池").Hits[0].Place;
        Assert.True(catalogue.IsPageOf("电池", new CataloguePage(1, place)));
        Assert.False(catalogue.IsPageOf("传感器", new CataloguePage(1, place)));
        Assert.False(catalogue.IsPageOf(null, new CataloguePage(1, place)));
        Assert.False(catalogue.IsPageOf("电池", new CataloguePage(1, place with { Yardstick = null })));
        Assert.False(catalogue.IsPageOf("电池", new CataloguePage(1, place with { Yardstick = place.Yardstick![..^2] })));
        Assert.False(catalogue.IsPageOf("电池", new CataloguePage(1, place with { Yardstick = new string('A', 100_000) })));
        Assert.False(catalogue.IsPageOf("电池", new CataloguePage(1, place with { Yardstick = place.Yardstick![..^1] + "!" })));
        Assert.False(catalogue.IsPageOf("电池", new CataloguePage(1, place with { Yardstick = "" })));
        Assert.False(catalogue.IsPageOf("电池", new CataloguePage(1, Before: catalogue.SearchFor(null).Hits[0].Place)));
    }

    private static CatalogueEntry Entry(Random random, long id)
    {
        string Some(int most) => string.Concat(Enumerable.Range(0, 1 + random.Next(most)).Select(_ => Words[random.Next(Words.Length)] + " "));
        return Corpus.Entry(id, Some(3), Some(2), Some(6)) with { GrantDate = new DateOnly(2020, 1, 1).AddDays(random.Next(40)) };
    }
}
