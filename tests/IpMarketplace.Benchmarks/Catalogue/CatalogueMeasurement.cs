using System.Diagnostics;
using IpMarketplace.Catalogue;

namespace IpMarketplace.Benchmarks.Catalogue;

/// <summary>How long searches take in a large catalogue, and how much memory it holds. <c>catalogue [patents]</c>.</summary>
internal static class CatalogueMeasurement
{
    private const int Searches = 500;
    private const int Warming = 20;

    public static int Run(int patents)
    {
        var synthetic = new SyntheticPatents(seed: 1);
        var building = Stopwatch.StartNew();
        var catalogue = new PatentCatalogue();
        foreach (var part in synthetic.Take(patents).Chunk(50_000))
        {
            catalogue.Apply(part, []);
        }
        Console.WriteLine($"{catalogue.Count:N0} patents in {building.Elapsed.TotalSeconds:N1} s, {catalogue.Bytes / catalogue.Count} bytes each, {GC.GetTotalMemory(forceFullCollection: true) / 1e6:N0} MB in all");
        Measure("one of 30 frequent words", i => Search(catalogue, synthetic.Word(i % 30)), anew: true);
        Measure("two words", i => Search(catalogue, synthetic.Word(i % 200) + " " + synthetic.Word(200 + i)));
        Measure("three rare words", i => Search(catalogue, synthetic.Word(1_000 + i) + synthetic.Word(2_000 + i) + synthetic.Word(5_000 + i)));
        Measure("a word in a section", i => Search(catalogue, synthetic.Word(50 + i), CatalogueFilter.None.With(CatalogueFacet.Section, [8])));
        Measure("everything, asked again", _ => Search(catalogue, null, order: PatentOrder.Newest));
        Measure("everything, asked anew", _ => Search(catalogue, null, order: PatentOrder.Newest), anew: true);
        Measure("everything on offer, anew", _ => Search(catalogue, null, CatalogueFilter.None with { OnOffer = true }), anew: true);
        return 0;

        // Answers are kept as long as nothing changes; a change, even of nothing, makes the next search a new one.
        void Measure(string what, Action<int> search, bool anew = false)
        {
            var times = new double[Searches];
            var processor = Environment.CpuUsage.TotalTime;
            for (var i = -Warming; i < Searches; i++)
            {
                if (anew)
                {
                    catalogue.Apply([], []);
                }
                var watch = Stopwatch.StartNew();
                search(i + Warming);
                times[Math.Max(0, i)] = watch.Elapsed.TotalMilliseconds;
            }
            Array.Sort(times);
            Console.WriteLine($"{what,-30} median {times[Searches / 2]:N2} ms, p99 {times[Searches * 99 / 100]:N2} ms, processor {(Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / (Searches + Warming):N2} ms");
        }
    }

    private static void Search(PatentCatalogue catalogue, string? text, CatalogueFilter? filter = null, PatentOrder order = PatentOrder.Relevance)
    {
        var hits = catalogue.Search(new CatalogueRequest(text, filter ?? CatalogueFilter.None, order, new CataloguePage(20)));
        GC.KeepAlive(hits.Facet(CatalogueFacet.Field));
    }
}
