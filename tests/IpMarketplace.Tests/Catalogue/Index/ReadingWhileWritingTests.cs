using IpMarketplace.Catalogue;

namespace IpMarketplace.Tests.Catalogue.Index;

public sealed class ReadingWhileWritingTests
{
    [Fact]
    public async Task A_reader_never_sees_half_an_update()
    {
        // Every update replaces all hundred patents by a new generation: a reader that saw two generations at once, or 99 patents, saw half an update.
        var catalogue = new PatentCatalogue();
        catalogue.Apply(Generation(0), []);
        using var done = new CancellationTokenSource();
        var reader = Task.Run(() =>
        {
            var reads = 0;
            for (; !done.IsCancellationRequested || reads == 0; reads++)
            {
                var hits = catalogue.SearchFor("传感器", first: 100);
                Assert.Equal(100, hits.Total);
                Assert.Single(hits.Hits.Select(hit => hit.Row.Title).Distinct());
            }
            return reads;
        });
        for (var generation = 1; generation <= 60; generation++)
        {
            catalogue.Apply(Generation(generation), []);
            catalogue.Compact();
        }
        await done.CancelAsync();
        Assert.True(await reader > 0);
    }

    [Fact]
    public void What_changes_while_segments_are_merged_is_not_lost()
    {
        var catalogue = new PatentCatalogue();
        for (var part = 0; part < 4; part++)
        {
            catalogue.Apply([.. Enumerable.Range(0, 1000).Select(i => Corpus.Entry(part * 1000 + i + 1, "齿轮"))], []);
        }
        Parallel.Invoke(
            () => catalogue.Compact(),
            () =>
            {
                for (var id = 1; id <= 200; id++)
                {
                    catalogue.Apply(id % 2 == 0 ? [Corpus.Entry(id, "轴承")] : [], id % 2 == 0 ? [] : [id]);
                }
            });
        Assert.Equal(3_900, catalogue.Count);
        Assert.Equal(100, catalogue.SearchFor("轴承").Total);
        Assert.Equal(3_800, catalogue.SearchFor("齿轮").Total);
    }

    private static CatalogueEntry[] Generation(int number) => [.. Enumerable.Range(1, 100).Select(id => Corpus.Entry(id, $"传感器{number}"))];
}
