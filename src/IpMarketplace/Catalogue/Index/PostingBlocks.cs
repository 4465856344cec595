namespace IpMarketplace.Catalogue.Index;

/// <summary>Walks the documents of one term block by block. The documents of a block lie from <see cref="First"/> to <see cref="Last"/>.</summary>
internal ref struct PostingBlocks
{
    private readonly ReadOnlySpan<byte> _table;
    private readonly ReadOnlySpan<byte> _documents;
    private int _inTable;
    private int _start;
    private int _length;
    private int _left;
    private int _count;

    public PostingBlocks(ReadOnlySpan<byte> table, ReadOnlySpan<byte> documents, int count)
    {
        _table = table;
        _documents = documents;
        _left = count;
        Last = -1;
    }

    /// <summary>The first document that could be in the block.</summary>
    public int First { get; private set; }

    /// <summary>The last document that could be in the block.</summary>
    public int Last { get; private set; }

    /// <summary>No document of the block has the term more strongly.</summary>
    public byte Level { get; private set; }

    /// <summary>Goes to the next block.</summary>
    public bool MoveNext()
    {
        if (_left == 0)
        {
            return false;
        }
        First = Last + 1;
        _start += _length;
        _count = Math.Min(_left, PostingReader.DocumentsPerBlock);
        _left -= _count;
        if (_table.IsEmpty)
        {
            (Last, Level) = (CatalogueSegment.MostDocuments - 1, Strength.Unknown);
            return true;
        }
        Last += (int)PackedNumber.Read(_table, ref _inTable);
        _length = (int)PackedNumber.Read(_table, ref _inTable);
        Level = _table[_inTable++];
        return true;
    }

    /// <summary>Reads the documents of the block.</summary>
    /// <returns>How many there are.</returns>
    public readonly int Read(scoped Span<int> documents, scoped Span<Frequency> frequencies)
    {
        var (position, last) = (_start, First - 1);
        PostingReader.Read(_documents, ref position, ref last, documents[.._count], frequencies);
        return _count;
    }

    /// <summary>Whether the block begins there, is so long and ends with that document, as a table that was stored should say.</summary>
    public readonly bool Is(int start, int length, int last) => (_start, _length, Last) == (start, length, last);

    /// <summary>Whether the table has nothing left.</summary>
    public readonly bool IsAtTheEnd => _inTable == _table.Length;

    /// <summary>The highest level of all blocks.</summary>
    public static byte HighestLevel(PostingBlocks blocks)
    {
        byte highest = 0;
        while (highest < Strength.Unknown && blocks.MoveNext())
        {
            highest = Math.Max(highest, blocks.Level);
        }
        return highest;
    }
}
