namespace IpMarketplace.Catalogue.Index;

/// <summary>Walks all terms of postings in ascending order.</summary>
internal sealed class TermWalk
{
    private readonly Postings _postings;
    private int _place = -1;
    private uint _term;
    private int _start;
    private int _length;
    private int _count;

    /// <summary>Stands on the first term.</summary>
    public TermWalk(Postings postings)
    {
        _postings = postings;
        MoveOn();
    }

    /// <summary>The term reached; null behind the last.</summary>
    public uint? Term => _place < _postings.TermCount ? _term : null;

    /// <summary>The documents of the term.</summary>
    public PostingReader Documents => _postings.At(new PostingPlace(_start, _length, _count));

    /// <summary>Goes to the next term.</summary>
    public void MoveOn()
    {
        _start += _length;
        if (++_place >= _postings.TermCount)
        {
            return;
        }
        if (_place % Postings.TermsPerGroup == 0)
        {
            (_term, _start) = _postings.Group(_place / Postings.TermsPerGroup);
        }
        _start = _postings.Enter(_start, ref _term, out _count, out _length);
    }
}
