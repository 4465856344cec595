using System.Diagnostics;
using System.Globalization;
using IpMarketplace.Catalogue;
using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Benchmarks.Catalogue;

/// <summary>
/// The catalogue beside Lucene.Net and SQLite FTS5: the same patents, cut into the same terms, the same questions in the same run. <c>catalogue [patents] [questions]</c>.
/// </summary>
internal sealed class CatalogueMeasurement(int patents, int questions)
{
    private const int Warming = 20;
    private const int PatentsAtOnce = 50_000;
    private readonly SyntheticPatents _synthetic = new(seed: 1);

    /// <summary>Of some patents, as they come, the text.</summary>
    private readonly List<string[]> _rareWordsOfOneText = [];

    public int Run()
    {
#if DEBUG
        Console.WriteLine("This is a Debug build, which says nothing about speed: run it with -c Release.");
#endif
        Console.WriteLine($"{patents:N0} patents, {questions:N0} questions of each kind, {Environment.ProcessorCount} cores. Words are of two characters, so that all engines find by the same terms. "
            + "With several words the others find what has all of them, the catalogue what has at least half of their weight. It alone counts facets, all seven, and ranks by single characters of titles as well.");
        IComparedSearch[] engines = [new OwnSearch(), new LuceneSearch(), new SqliteSearch()];
        Fill(engines);
        foreach (var (kind, ask) in Kinds())
        {
            Console.WriteLine(kind);
            foreach (var engine in engines)
            {
                Measure(engine, ask);
            }
        }
        foreach (var engine in engines)
        {
            engine.Dispose();
        }
        return 0;
    }

    private void Fill(IComparedSearch[] engines)
    {
        var analyzer = new TextAnalyzer(TextFolding.Default);
        var spent = new TimeSpan[engines.Length];
        foreach (var part in _synthetic.Take(patents, _rareWordsOfOneText).Select(entry => Compared(entry, analyzer)).Chunk(PatentsAtOnce))
        {
            for (var i = 0; i < engines.Length; i++)
            {
                spent[i] += TimeOf(() => engines[i].Add(part));
            }
        }
        for (var i = 0; i < engines.Length; i++)
        {
            spent[i] += TimeOf(engines[i].Complete);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {engines[i].Name,-26} filled in {spent[i].TotalSeconds,7:N1} s, {engines[i].Bytes / patents,5} bytes a patent"));
        }
    }

    private IEnumerable<(string Kind, Func<int, Question> Ask)> Kinds()
    {
        var words = _synthetic.WordsOfTwo;
        yield return ("one of 30 frequent words", i => new Question([words[i % 30]]));
        yield return ("two words", i => new Question([words[i % 200], words[200 + i]]));
        yield return ("three rare words of one text", i => new Question(_rareWordsOfOneText[i % _rareWordsOfOneText.Count]));
        yield return ("a word in a section", i => new Question([words[50 + i]], Section: 'H'));
        yield return ("everything, newest first", _ => new Question([]));
    }

    private void Measure(IComparedSearch engine, Func<int, Question> ask)
    {
        var found = 0L;
        for (var i = 0; i < Warming; i++)
        {
            engine.Ask(ask(questions + i));
        }
        var times = new double[questions];
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var processor = Environment.CpuUsage.TotalTime;
        var all = Stopwatch.StartNew();
        for (var i = 0; i < questions; i++)
        {
            var watch = Stopwatch.StartNew();
            found += engine.Ask(ask(i));
            times[i] = watch.Elapsed.TotalMilliseconds;
        }
        all.Stop();
        processor = Environment.CpuUsage.TotalTime - processor;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {engine.Name,-26} median {times[questions / 2],8:N3} ms, p99 {times[questions * 99 / 100],8:N3} ms, processor {processor.TotalMilliseconds / questions,8:N3} ms, {questions / all.Elapsed.TotalSeconds,9:N0}/s, {allocated / questions / 1024,6:N0} KB, {found / questions,9:N0} found"));
    }

    private static ComparedPatent Compared(CatalogueEntry entry, TextAnalyzer analyzer) =>
        new(entry, Spelled([entry.Title], analyzer), Spelled(entry.Texts, analyzer, withSingles: false));

    private static string Spelled(IEnumerable<string> texts, TextAnalyzer analyzer, bool withSingles = true) => string.Join(' ', texts.SelectMany(analyzer.TermsOf)
        .Where(term => withSingles || !term.Key.IsSingle)
        .SelectMany(term => Enumerable.Repeat(analyzer.Spell(term.Key), term.Value)));

    private static TimeSpan TimeOf(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed;
    }
}
