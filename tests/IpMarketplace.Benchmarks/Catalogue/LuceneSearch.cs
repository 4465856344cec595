using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace IpMarketplace.Benchmarks.Catalogue;

/// <summary>Lucene.Net in memory: BM25 over the same terms, the title twice as strong. It counts no facets and ranks by no single characters.</summary>
internal sealed class LuceneSearch : IComparedSearch
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private readonly RAMDirectory _directory = new();
    private readonly IndexWriter _writer;
    private DirectoryReader? _reader;
    private IndexSearcher? _searcher;

    public LuceneSearch() => _writer = new IndexWriter(_directory, new IndexWriterConfig(Version, new WhitespaceAnalyzer(Version)) { Similarity = new BM25Similarity() });

    public string Name => "Lucene.Net, no facets";

    public long Bytes => _directory.GetSizeInBytes();

    public void Add(IEnumerable<ComparedPatent> patents)
    {
        foreach (var patent in patents)
        {
            _writer.AddDocument(
            [
                new StringField("id", $"{patent.Entry.PatentId}", Field.Store.YES),
                new StringField("section", patent.Entry.IpcSymbols[0][..1], Field.Store.NO),
                new NumericDocValuesField("newest", patent.Entry.GrantDate!.Value.DayNumber),
                new TextField("head", patent.Head, Field.Store.NO),
                new TextField("body", patent.Body, Field.Store.NO),
            ]);
        }
    }

    public void Complete()
    {
        _writer.ForceMerge(1);
        _writer.Commit();
        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity() };
    }

    public int Ask(Question question)
    {
        if (question.Words.Length == 0)
        {
            return _searcher!.Search(new MatchAllDocsQuery(), 20, new Sort(new SortField("newest", SortFieldType.INT64, reverse: true))).TotalHits;
        }
        var all = new BooleanQuery();
        foreach (var word in question.Words)
        {
            foreach (var term in PairsOf(word))
            {
                all.Add(new BooleanQuery { { new TermQuery(new Term("head", term)) { Boost = 2 }, Occur.SHOULD }, { new TermQuery(new Term("body", term)), Occur.SHOULD } }, Occur.MUST);
            }
        }
        var filter = question.Section is { } section ? new QueryWrapperFilter(new TermQuery(new Term("section", $"{section}"))) : null;
        return _searcher!.Search(all, filter, 20).TotalHits;
    }

    /// <summary>The pairs of neighbouring characters of a word.</summary>
    public static IEnumerable<string> PairsOf(string word) => Enumerable.Range(0, word.Length - 1).Select(i => word.Substring(i, 2));

    public void Dispose()
    {
        _reader?.Dispose();
        _writer.Dispose();
        _directory.Dispose();
    }
}
