namespace IpMarketplace.Catalogue.Text;

/// <summary>A stretch of folded text that terms are made from.</summary>
/// <param name="Start">Where it begins in the folded text.</param>
/// <param name="Length">How long it is.</param>
/// <param name="IsHan">Whether it is Chinese; otherwise it is one word or number in Latin letters.</param>
internal readonly record struct Piece(int Start, int Length, bool IsHan);

/// <summary>
/// Cuts a folded text into pieces: runs of Chinese characters without the generic words, and Latin words and numbers such as
/// <c>c++</c>, <c>v2.0</c>, <c>lithium-ion</c>. Everything else is a border.
/// </summary>
internal ref struct Pieces(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _position;
    private int _endOfRun;

    /// <summary>The piece found last.</summary>
    public Piece Current { get; private set; }

    /// <summary>For <c>foreach</c>.</summary>
    public readonly Pieces GetEnumerator() => this;

    /// <summary>Goes to the next piece.</summary>
    public bool MoveNext()
    {
        while (_position < _text.Length)
        {
            if (_position < _endOfRun || IsHan(_text[_position]))
            {
                if (NextOfHanRun())
                {
                    return true;
                }
            }
            else if (IsLetterOrDigit(_text[_position]))
            {
                if (NextLatin())
                {
                    return true;
                }
            }
            else
            {
                _position++;
            }
        }
        return false;
    }

    private bool NextOfHanRun()
    {
        if (_position >= _endOfRun)
        {
            _endOfRun = _position;
            while (_endOfRun < _text.Length && IsHan(_text[_endOfRun]))
            {
                _endOfRun++;
            }
        }
        var run = _text[.._endOfRun];
        int generic;
        while ((generic = GenericWords.ChineseAt(run[_position..])) > 0)
        {
            _position += generic;
        }
        var start = _position;
        while (_position < _endOfRun && GenericWords.ChineseAt(run[_position..]) == 0)
        {
            _position++;
        }
        Current = new Piece(start, _position - start, IsHan: true);
        return _position > start;
    }

    private bool NextLatin()
    {
        var start = _position;
        while (_position < _text.Length && (IsLetterOrDigit(_text[_position]) || _text[_position] is '.' or '+' or '#' or '/' or '-'))
        {
            _position++;
        }
        var run = _text[start.._position];
        if (!run.EndsWith("++") && run[^1] != '#')
        {
            run = run.TrimEnd(".+#/-");
        }
        Current = new Piece(start, run.Length, IsHan: false);
        return run.Length > 0;
    }

    private static bool IsHan(char letter) => letter is (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF');

    private static bool IsLetterOrDigit(char letter) => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9');
}
