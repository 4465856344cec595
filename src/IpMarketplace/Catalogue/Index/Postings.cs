using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// Which documents have a term, and how often: the inverted index of one segment. Immutable. Of each term a block: the number of documents, then
/// per document the distance to the one before, shifted left by one bit that says whether a frequency byte follows; without it the term stands once in the body, as most do.
/// </summary>
internal sealed class Postings
{
    private readonly uint[] _terms;
    private readonly int[] _starts;
    private readonly byte[] _blocks;

    internal Postings(uint[] terms, int[] starts, byte[] blocks)
    {
        _terms = terms;
        _starts = starts;
        _blocks = blocks;
    }

    /// <summary>How many distinct terms there are.</summary>
    public int TermCount => _terms.Length;

    /// <summary>The memory held, in bytes.</summary>
    public long Bytes => _terms.Length * 4L + _starts.Length * 4L + _blocks.Length;

    /// <summary>How many documents have the term.</summary>
    public int CountOf(Term term) => Of(term).Count;

    /// <summary>The documents of a term in ascending order; none if it is unknown here.</summary>
    public PostingReader Of(Term term)
    {
        var found = Array.BinarySearch(_terms, term.Number);
        return found < 0 ? default : At(found);
    }

    /// <summary>The term at a place of the ascending order.</summary>
    public uint TermAt(int place) => _terms[place];

    /// <summary>The documents of the term at a place of the ascending order.</summary>
    public PostingReader At(int place) => new(_blocks.AsSpan(_starts[place]..(place + 1 < _starts.Length ? _starts[place + 1] : _blocks.Length)));
}
