using IpMarketplace.Catalogue.Storage;
using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// Which documents have a term, and how often: the inverted index of one segment. Immutable. Terms stand in ascending order in groups of
/// <see cref="TermsPerGroup"/>, of which a directory holds the first; a term is the distance to the one before, the number of its documents, the length of what follows where there
/// are several, and its documents as <see cref="PostingReader"/> reads them.
/// </summary>
internal sealed class Postings
{
    public const int TermsPerGroup = 16;

    private readonly uint[] _firstTerms;
    private readonly int[] _groupStarts;
    private readonly byte[] _bytes;

    internal Postings(int termCount, uint[] firstTerms, int[] groupStarts, byte[] bytes)
    {
        TermCount = termCount;
        _firstTerms = firstTerms;
        _groupStarts = groupStarts;
        _bytes = bytes;
    }

    /// <summary>Stores everything. Whoever adds an array writes it here, reads it in <see cref="Read"/> in the same order, and raises the format of <see cref="StoredHeader"/>.</summary>
    public void Write(SectionWriter to)
    {
        to.Write(TermCount);
        to.WriteArray<uint>(_firstTerms);
        to.WriteArray<int>(_groupStarts);
        to.WriteArray<byte>(_bytes);
    }

    /// <summary>Reads what was stored.</summary>
    /// <param name="from">The section.</param>
    /// <param name="documents">How many documents the segment has.</param>
    /// <param name="isTerm">Whether a number is that of a term.</param>
    /// <exception cref="InvalidDataException">It cannot be the postings of such a segment.</exception>
    public static Postings Read(SectionReader from, int documents, Func<uint, bool> isTerm)
    {
        var termCount = from.ReadCount();
        var groups = (termCount + TermsPerGroup - 1) / TermsPerGroup;
        var postings = new Postings(termCount, from.ReadArray<uint>(groups), from.ReadArray<int>(groups), from.ReadArray<byte>());
        return postings.IsWithin(documents, isTerm) ? postings : throw new InvalidDataException("postings are impossible");
    }

    /// <summary>How many distinct terms there are.</summary>
    public int TermCount { get; }

    /// <summary>The memory held, in bytes.</summary>
    public long Bytes => _firstTerms.Length * 4L + _groupStarts.Length * 4L + _bytes.Length;

    /// <summary>How many documents have the term.</summary>
    public int CountOf(Term term) => Find(term).Count;

    /// <summary>The documents of a term in ascending order; none if it is unknown here.</summary>
    public PostingReader Of(Term term) => At(Find(term));

    /// <summary>Where the documents of a term are.</summary>
    public PostingPlace Find(Term term)
    {
        var group = Array.BinarySearch(_firstTerms, term.Number);
        group = group < 0 ? ~group - 1 : group;
        if (group < 0)
        {
            return default;
        }
        var position = _groupStarts[group];
        var current = _firstTerms[group];
        var place = group * TermsPerGroup;
        while (true)
        {
            position = Enter(position, ref current, out var count, out var length);
            if (current == term.Number)
            {
                return new PostingPlace(position, length, count);
            }
            position += length;
            if (current > term.Number || ++place % TermsPerGroup == 0 || place == TermCount)
            {
                return default;
            }
        }
    }

    /// <summary>Enters the term that begins at a position.</summary>
    /// <param name="position">Where it begins.</param>
    /// <param name="term">The term before it in its group, or the first of the group itself; the term afterwards.</param>
    /// <param name="count">The number of its documents.</param>
    /// <param name="length">The bytes that its documents take.</param>
    /// <returns>Where its documents begin.</returns>
    public int Enter(int position, ref uint term, out int count, out int length)
    {
        ReadOnlySpan<byte> bytes = _bytes;
        term += PackedNumber.Read(bytes, ref position);
        count = (int)PackedNumber.Read(bytes, ref position);
        length = count > 1 ? (int)PackedNumber.Read(bytes, ref position) : PostingReader.LengthOfOne(bytes[position..]);
        return position;
    }

    /// <summary>The first term of a group and where it begins.</summary>
    public (uint Term, int Start) Group(int group) => (_firstTerms[group], _groupStarts[group]);

    private bool IsWithin(int documents, Func<uint, bool> isTerm)
    {
        var (position, term) = (0, 0u);
        for (var place = 0; place < TermCount; place++)
        {
            var last = term;
            if (place % TermsPerGroup == 0)
            {
                (term, var start) = Group(place / TermsPerGroup);
                if (start != position)
                {
                    return false;
                }
            }
            position = Enter(position, ref term, out var count, out var length);
            if ((place > 0 && term <= last) || !isTerm(term) || count < 1 || length < 1 || length > _bytes.Length - position || !At(new(position, length, count)).IsWithin(documents))
            {
                return false;
            }
            position += length;
        }
        return position == _bytes.Length;
    }

    /// <summary>The documents at a place.</summary>
    public PostingReader At(PostingPlace place) => new(_bytes.AsSpan(place.Start, place.Length), place.Count);
}

/// <summary>Where the documents of a term are.</summary>
/// <param name="Start">Where they begin.</param>
/// <param name="Length">How many bytes they take.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct PostingPlace(int Start, int Length, int Count);
