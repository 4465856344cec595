namespace IpMarketplace.Catalogue.Index;

/// <summary>Walks the documents of one term.</summary>
internal ref struct PostingReader
{
    private readonly ReadOnlySpan<byte> _block;
    private int _position;
    private int _left;

    public PostingReader(ReadOnlySpan<byte> block)
    {
        _block = block;
        Document = -1;
        Count = _left = (int)ReadNumber(block, ref _position);
    }

    /// <summary>How many documents there are in all.</summary>
    public int Count { get; }

    /// <summary>The document reached.</summary>
    public int Document { get; private set; }

    /// <summary>How often it has the term.</summary>
    public Frequency Frequency { get; private set; }

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
        var block = _block;
        var position = _position;
        var document = Document;
        for (var i = 0; i < count; i++)
        {
            var step = ReadNumber(block, ref position);
            document += (int)(step >> 1);
            documents[i] = document;
            frequencies[i] = (step & 1) == 0 ? Frequency.OnceInBody : new Frequency(block[position++]);
        }
        _position = position;
        _left -= count;
        Document = document;
        return count;
    }

    private static uint ReadNumber(ReadOnlySpan<byte> block, ref int position)
    {
        uint letter = block[position++];
        if (letter < 0x80)
        {
            return letter;
        }
        var number = letter & 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            letter = block[position++];
            number |= (letter & 0x7F) << shift;
            if (letter < 0x80)
            {
                return number;
            }
        }
    }
}
