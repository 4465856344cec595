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
        Count = _left = (int)ReadNumber();
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
        if (_left == 0)
        {
            return false;
        }
        _left--;
        var step = ReadNumber();
        Document += (int)(step >> 1);
        Frequency = (step & 1) == 0 ? Frequency.OnceInBody : new Frequency(_block[_position++]);
        return true;
    }

    private uint ReadNumber()
    {
        uint letter = _block[_position++];
        if (letter < 0x80)
        {
            return letter;
        }
        var number = letter & 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            letter = _block[_position++];
            number |= (letter & 0x7F) << shift;
            if (letter < 0x80)
            {
                return number;
            }
        }
    }
}
