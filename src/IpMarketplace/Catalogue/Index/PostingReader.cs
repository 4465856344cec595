namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// Walks the documents of one term: per document the distance to the one before, shifted left by one bit that says whether a frequency byte follows; without it the
/// term stands once in the body, as most do. Above <see cref="DocumentsPerBlock"/> documents a table of blocks stands before them.
/// </summary>
internal ref struct PostingReader
{
    public const int DocumentsPerBlock = 128;

    private readonly ReadOnlySpan<byte> _table;
    private readonly ReadOnlySpan<byte> _documents;
    private int _position;
    private int _left;

    public PostingReader(ReadOnlySpan<byte> bytes, int count)
    {
        if (count > DocumentsPerBlock)
        {
            var position = 0;
            var length = (int)PackedNumber.Read(bytes, ref position);
            _table = bytes.Slice(position, length);
            bytes = bytes[(position + length)..];
        }
        _documents = bytes;
        Document = -1;
        Count = _left = count;
    }

    /// <summary>How many documents there are in all.</summary>
    public readonly int Count { get; }

    /// <summary>The document reached.</summary>
    public int Document { get; private set; }

    /// <summary>How often it has the term.</summary>
    public Frequency Frequency { get; private set; }

    /// <summary>The blocks, to pass over those that are not needed.</summary>
    public readonly PostingBlocks Blocks => new(_table, _documents, Count);

    /// <summary>The bytes that a single document takes.</summary>
    public static int LengthOfOne(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        return (PackedNumber.Read(bytes, ref length) & 1) == 0 ? length : length + 1;
    }

    /// <summary>Goes to the next document.</summary>
    public bool MoveNext()
    {
        var document = 0;
        var frequency = default(Frequency);
        var isThere = Read(new Span<int>(ref document), new Span<Frequency>(ref frequency)) > 0;
        Frequency = frequency;
        return isThere;
    }

    /// <summary>Reads as many documents as the spans hold, or as are left: many at a time cost a fraction of one by one.</summary>
    /// <returns>How many were read.</returns>
    public int Read(scoped Span<int> documents, scoped Span<Frequency> frequencies)
    {
        var count = Math.Min(_left, documents.Length);
        var document = Document;
        Read(_documents, ref _position, ref document, documents[..count], frequencies);
        _left -= count;
        Document = document;
        return count;
    }

    /// <summary>
    /// Whether the bytes hold as many documents as they say, in ascending order and below a number, and nothing else, and the table of blocks agrees with them.
    /// Reads all of it, and may run out of bytes that were not written by us.
    /// </summary>
    public readonly bool IsWithin(int documents)
    {
        Span<int> read = stackalloc int[DocumentsPerBlock];
        Span<Frequency> frequencies = stackalloc Frequency[DocumentsPerBlock];
        var (last, position, passed) = (-1, 0, 0);
        var blocks = Blocks;
        while (blocks.MoveNext())
        {
            var (start, before) = (position, last);
            var count = Math.Min(Count - passed, DocumentsPerBlock);
            passed += count;
            Read(_documents, ref position, ref before, read[..count], frequencies);
            foreach (var document in read[..count])
            {
                if (document <= last || document >= documents)
                {
                    return false;
                }
                last = document;
            }
            if (!_table.IsEmpty && !blocks.Is(start, position - start, last))
            {
                return false;
            }
        }
        return position == _documents.Length && _table.IsEmpty == Count <= DocumentsPerBlock && (_table.IsEmpty || blocks.IsAtTheEnd);
    }

    /// <summary>Reads documents from a position on.</summary>
    /// <param name="last">The document before.</param>
    public static void Read(ReadOnlySpan<byte> bytes, ref int position, ref int last, scoped Span<int> documents, scoped Span<Frequency> frequencies)
    {
        var at = position;
        var document = last;
        for (var i = 0; i < documents.Length; i++)
        {
            var step = PackedNumber.Read(bytes, ref at);
            document += (int)(step >> 1);
            documents[i] = document;
            frequencies[i] = (step & 1) == 0 ? Frequency.OnceInBody : new Frequency(bytes[at++]);
        }
        position = at;
        last = document;
    }
}
