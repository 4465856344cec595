namespace IpMarketplace.Catalogue.Text;

/// <summary>What a piece of a text is.</summary>
internal enum PieceKind
{
    /// <summary>A run of Chinese characters.</summary>
    Han,

    /// <summary>A Chinese word that says nothing about a technology.</summary>
    Generic,

    /// <summary>A word or number in Latin letters.</summary>
    Latin,
}

/// <summary>A stretch of folded text that terms are made from.</summary>
/// <param name="Start">Where it begins in the folded text.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct Piece(int Start, int Length, PieceKind Kind);

/// <summary>
/// Cuts a folded text into pieces: runs of Chinese characters, the generic words between them, and Latin words and numbers such as
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
            if (_position < _endOfRun || HanAt(_text[_position..]) > 0)
            {
                NextOfHanRun();
                return true;
            }
            if (!IsLetterOrDigit(_text[_position]))
            {
                _position++;
            }
            else if (NextLatin())
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>How many of the first characters are one Chinese one: two beyond the basic plane, 0 when it is another.</summary>
    public static int HanAt(ReadOnlySpan<char> text) => text[0] switch
    {
        (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') => 1,
        >= '\uD840' and <= '\uD8BF' when text.Length > 1 && char.IsLowSurrogate(text[1]) => 2, // planes 2 and 3 hold nothing else
        _ => 0,
    };

    private void NextOfHanRun()
    {
        if (_position >= _endOfRun)
        {
            _endOfRun = _position;
            for (int length; _endOfRun < _text.Length && (length = HanAt(_text[_endOfRun..])) > 0; _endOfRun += length)
            {
            }
        }
        var run = _text[.._endOfRun];
        var start = _position;
        if (GenericWords.ChineseAt(run[_position..]) is > 0 and var generic)
        {
            _position += generic;
            Current = new Piece(start, generic, PieceKind.Generic);
            return;
        }
        while (_position < _endOfRun && GenericWords.ChineseAt(run[_position..]) == 0)
        {
            _position += HanAt(run[_position..]);
        }
        Current = new Piece(start, _position - start, PieceKind.Han);
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
        Current = new Piece(start, run.Length, PieceKind.Latin);
        return run.Length > 0;
    }

    private static bool IsLetterOrDigit(char letter) => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9');
}
