using System.Runtime.InteropServices;
using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// Collects documents, one after the other, into postings. Single characters of the body are left out (matching.md 2.2): they would be most of
/// the index and say least.
/// </summary>
internal sealed class PostingsBuilder(TextAnalyzer analyzer)
{
    private const uint InHead = 1;
    private readonly List<ulong> _postings = [];
    private readonly List<ulong> _document = []; // term and where it stands, of the document at hand
    private int _documents;

    /// <summary>Adds the next document: its numbers go up from 0.</summary>
    /// <param name="head">Titles and keywords. Their generic words can be found, but do not count as length.</param>
    /// <param name="body">Longer texts.</param>
    /// <param name="facts">Terms of which no text consists; they do not count as length.</param>
    /// <returns>The lengths of head and body in terms.</returns>
    public (int Head, int Body) Add(IReadOnlyList<string> head, IEnumerable<string> body, IEnumerable<Term> facts)
    {
        var inHead = new Collector(_document, InHead);
        foreach (var text in head)
        {
            analyzer.Read(text, ref inHead, learning: true);
        }
        var headLength = _document.Count;
        var inBody = new Collector(_document, 0);
        foreach (var text in body)
        {
            analyzer.Read(text, ref inBody, learning: true);
        }
        var bodyLength = _document.Count - headLength;
        foreach (var text in head)
        {
            analyzer.ReadGeneric(text, ref inHead, learning: true);
        }
        foreach (var fact in facts)
        {
            _document.Add((ulong)fact.Number << 32);
        }
        _document.Sort();
        for (int i = 0, next; i < _document.Count; i = next)
        {
            var term = (uint)(_document[i] >> 32);
            var inHeadCount = 0;
            for (next = i; next < _document.Count && (uint)(_document[next] >> 32) == term; next++)
            {
                inHeadCount += (int)(_document[next] & InHead);
            }
            _postings.Add(PostingsWriter.Posting(term, _documents, new Frequency(inHeadCount, next - i - inHeadCount)));
        }
        _document.Clear();
        _documents++;
        return (headLength, bodyLength);
    }

    /// <summary>The postings of the documents added.</summary>
    /// <param name="lengths">How long the documents are.</param>
    public Postings Build(FieldLengths lengths)
    {
        var all = CollectionsMarshal.AsSpan(_postings);
        TermSort.Sort(all);
        var writer = new PostingsWriter(lengths);
        for (int i = 0, next; i < all.Length; i = next)
        {
            var term = (uint)(all[i] >> 32);
            next = i;
            while (next < all.Length && (uint)(all[next] >> 32) == term)
            {
                next++;
            }
            writer.Write(term, all[i..next]);
        }
        return writer.ToPostings();
    }

    private readonly struct Collector(List<ulong> document, uint place) : ITermVisitor
    {
        public void Visit(Term term, int start, int length)
        {
            if (place == InHead || !term.IsSingle)
            {
                document.Add(((ulong)term.Number << 32) | place);
            }
        }

        public void VisitUnknown(scoped ReadOnlySpan<char> word, int start, int length)
        {
        }
    }
}
