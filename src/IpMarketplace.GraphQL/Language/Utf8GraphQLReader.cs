using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace IpMarketplace.GraphQL.Language;

/// <summary>The lexer: walks over UTF-8 source one token at a time, without allocating (2.1).</summary>
internal ref partial struct Utf8GraphQLReader
{
    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\n\r"u8);
    private static readonly SearchValues<byte> StringStops = SearchValues.Create("\"\\\n\r"u8);

    private readonly ReadOnlySpan<byte> _source;
    private int _next;
    private int _line;
    private int _lineStart;

    public Utf8GraphQLReader(ReadOnlySpan<byte> source)
    {
        _source = source;
        _line = 1;
        if (!Utf8.IsValid(source))
            throw new SyntaxException("Invalid UTF-8: the document must be Unicode text.", Locate(FirstInvalidByte(source)));
    }

    /// <summary>The kind of the current token.</summary>
    public TokenKind Kind { get; private set; }

    /// <summary>Where the current token begins.</summary>
    public Location Location { get; private set; }

    /// <summary>The bytes of the current token, without the quotes of a string.</summary>
    public ReadOnlySpan<byte> Text { get; private set; }

    /// <summary>Moves to the next token; at the end it stays at <see cref="TokenKind.EndOfFile"/>.</summary>
    public void MoveNext()
    {
        SkipIgnored();
        Location = new Location(_next, _line, _next - _lineStart + 1);
        if (_next >= _source.Length)
        {
            Accept(TokenKind.EndOfFile, 0);
            return;
        }

        var first = _source[_next];
        if (IsNameStart(first))
        {
            var end = _next + 1;
            while (end < _source.Length && IsNameContinue(_source[end])) end++;
            Accept(TokenKind.Name, end - _next);
            return;
        }

        switch (first)
        {
            case (byte)'!': Accept(TokenKind.Bang, 1); break;
            case (byte)'$': Accept(TokenKind.Dollar, 1); break;
            case (byte)'&': Accept(TokenKind.Ampersand, 1); break;
            case (byte)'(': Accept(TokenKind.LeftParenthesis, 1); break;
            case (byte)')': Accept(TokenKind.RightParenthesis, 1); break;
            case (byte)':': Accept(TokenKind.Colon, 1); break;
            case (byte)'=': Accept(TokenKind.Equal, 1); break;
            case (byte)'@': Accept(TokenKind.At, 1); break;
            case (byte)'[': Accept(TokenKind.LeftBracket, 1); break;
            case (byte)']': Accept(TokenKind.RightBracket, 1); break;
            case (byte)'{': Accept(TokenKind.LeftBrace, 1); break;
            case (byte)'|': Accept(TokenKind.Pipe, 1); break;
            case (byte)'}': Accept(TokenKind.RightBrace, 1); break;
            case (byte)'.' when _source[_next..].StartsWith("..."u8): Accept(TokenKind.Spread, 3); break;
            case (byte)'"' when _source[_next..].StartsWith("\"\"\""u8): ReadBlockString(); break;
            case (byte)'"': ReadString(); break;
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'): ReadNumber(); break;
            case (byte)'\'': throw Error("Unexpected single quote character ('), did you mean to use a double quote (\")?", _next);
            default: throw Error($"Unexpected character: {DescribeCharacter(_next)}.", _next);
        }
    }

    /// <summary>The line and column of a byte, counted in UTF-16 units as editors do.</summary>
    public readonly Location Locate(int offset)
    {
        var (line, start) = (1, 0);
        for (var i = 0; i < offset; i++)
        {
            if (_source[i] is not ((byte)'\n' or (byte)'\r')) continue;
            if (_source[i] == '\r' && i + 1 < offset && _source[i + 1] == '\n') i++;
            line++;
            start = i + 1;
        }

        return new Location(offset, line, Encoding.UTF8.GetCharCount(_source[start..offset]) + 1);
    }

    private void Accept(TokenKind kind, int length)
    {
        Kind = kind;
        Text = _source.Slice(_next, length);
        _next += length;
    }

    private void SkipIgnored()
    {
        while (_next < _source.Length)
        {
            switch (_source[_next])
            {
                case (byte)' ' or (byte)'\t' or (byte)',':
                    _next++;
                    break;
                case (byte)'\n':
                    _lineStart = ++_next;
                    _line++;
                    break;
                case (byte)'\r':
                    _next += _source[_next..].StartsWith("\r\n"u8) ? 2 : 1;
                    _lineStart = _next;
                    _line++;
                    break;
                case (byte)'#':
                    var length = _source[_next..].IndexOfAny(LineEnds);
                    _next = length < 0 ? _source.Length : _next + length;
                    break;
                case 0xEF when _source[_next..].StartsWith("\uFEFF"u8):
                    _next += 3;
                    _lineStart += 2;
                    break;
                default:
                    return;
            }
        }
    }

    private void ReadNumber()
    {
        var kind = TokenKind.Int;
        var end = _source[_next] == '-' ? _next + 1 : _next;
        if (ByteAt(end) == '0')
        {
            end++;
            if (IsDigit(ByteAt(end))) throw Error($"Invalid number, unexpected digit after 0: {DescribeCharacter(end)}.", end);
        }
        else
        {
            end = SkipDigits(end);
        }

        if (ByteAt(end) == '.')
        {
            kind = TokenKind.Float;
            end = SkipDigits(end + 1);
        }

        if (ByteAt(end) is 'e' or 'E')
        {
            kind = TokenKind.Float;
            end++;
            if (ByteAt(end) is '+' or '-') end++;
            end = SkipDigits(end);
        }

        if (ByteAt(end) == '.' || IsNameStart((byte)ByteAt(end)))
            throw Error($"Invalid number, expected digit but got: {DescribeCharacter(end)}.", end);
        Accept(kind, end - _next);
    }

    private readonly int SkipDigits(int position)
    {
        if (!IsDigit(ByteAt(position))) throw Error($"Invalid number, expected digit but got: {DescribeCharacter(position)}.", position);
        while (IsDigit(ByteAt(position))) position++;
        return position;
    }

    private void ReadString()
    {
        var end = _next + 1;
        while (true)
        {
            var run = _source[end..].IndexOfAny(StringStops);
            if (run < 0) throw Error("Unterminated string.", _source.Length);
            end += run;
            if (_source[end] == '"') break;
            if (_source[end] is (byte)'\n' or (byte)'\r' || end + 1 >= _source.Length) throw Error("Unterminated string.", end);
            end += 2;
            if (end > _source.Length) throw Error("Unterminated string.", _source.Length);
        }

        Kind = TokenKind.String;
        Text = _source[(_next + 1)..end];
        _lineStart += ExcessBytes(Text);
        _next = end + 1;
    }

    private void ReadBlockString()
    {
        var start = _next + 3;
        var end = start;
        while (true)
        {
            var run = _source[end..].IndexOfAny(StringStops);
            if (run < 0) throw Error("Unterminated string.", _source.Length);
            end += run;
            var rest = _source[end..];
            if (rest.StartsWith("\"\"\""u8)) break;
            if (rest[0] is (byte)'\n' or (byte)'\r')
            {
                end += rest.StartsWith("\r\n"u8) ? 2 : 1;
                _line++;
                _lineStart = end;
            }
            else
            {
                end += rest.StartsWith("\\\"\"\""u8) ? 4 : 1;
            }
        }

        Kind = TokenKind.BlockString;
        Text = _source[start..end];
        _lineStart += ExcessBytes(_source[Math.Max(start, _lineStart)..end]);
        _next = end + 3;
    }

    private readonly int ByteAt(int position) => position < _source.Length ? _source[position] : 0;

    private readonly SyntaxException Error(string message, int position) => new(message, Locate(position));

    private readonly string DescribeCharacter(int position)
    {
        if (position >= _source.Length) return "<EOF>";
        Rune.DecodeFromUtf8(_source[position..], out var rune, out _);
        return rune.Value switch
        {
            '"' => "'\"'",
            >= ' ' and < 0x7F => $"\"{rune}\"",
            _ => $"U+{rune.Value:X4}",
        };
    }

    /// <summary>By how much a piece is longer in bytes than in UTF-16 units.</summary>
    private static int ExcessBytes(ReadOnlySpan<byte> text) => Ascii.IsValid(text) ? 0 : text.Length - Encoding.UTF8.GetCharCount(text);

    private static int FirstInvalidByte(ReadOnlySpan<byte> source)
    {
        var position = 0;
        while (Rune.DecodeFromUtf8(source[position..], out _, out var length) == OperationStatus.Done) position += length;
        return position;
    }

    private static bool IsDigit(int value) => (uint)(value - '0') <= 9;

    private static bool IsNameStart(byte value) => (uint)((value | 0x20) - 'a') <= 'z' - 'a' || value == '_';

    private static bool IsNameContinue(byte value) => IsNameStart(value) || IsDigit(value);
}
