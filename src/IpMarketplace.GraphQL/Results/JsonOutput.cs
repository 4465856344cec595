using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace IpMarketplace.GraphQL.Results;

/// <summary>
/// Writes JSON straight into a buffer writer. It keeps no state of nesting: the caller writes the commas. Text is written as UTF-8; only
/// what JSON demands is escaped (RFC 8259, 7).
/// </summary>
internal ref struct JsonOutput(IBufferWriter<byte> output)
{
    private const int LongestNumber = 40;
    private const int LongestPiece = 4096;

    private static readonly SearchValues<char> EscapedCharacters = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000a\u000b\u000c\u000d\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    private static readonly SearchValues<byte> EscapedBytes = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000a\u000b\u000c\u000d\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f"u8);

    private readonly IBufferWriter<byte> _output = output;
    private Span<byte> _free = output.GetSpan(256);
    private int _used;

    /// <summary>Hands what is written to the buffer writer; to be called at the end.</summary>
    public void Flush()
    {
        _output.Advance(_used);
        _used = 0;
        _free = default;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Byte(byte value)
    {
        if (_used == _free.Length)
        {
            Grow(1);
        }
        _free[_used++] = value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Raw(ReadOnlySpan<byte> bytes)
    {
        if (_free.Length - _used < bytes.Length)
        {
            Grow(bytes.Length);
        }
        bytes.CopyTo(_free[_used..]);
        _used += bytes.Length;
    }

    public void Null() => Raw("null"u8);

    public void Boolean(bool value) => Raw(value ? "true"u8 : "false"u8);

    public void Integer(long value)
    {
        Reserve(LongestNumber);
        Utf8Formatter.TryFormat(value, _free[_used..], out var written);
        _used += written;
    }

    public void IntegerText(long value)
    {
        Byte((byte)'"');
        Integer(value);
        Byte((byte)'"');
    }

    public void Float(double value)
    {
        Reserve(LongestNumber);
        Utf8Formatter.TryFormat(value, _free[_used..], out var written);
        _used += written;
    }

    public void Decimal(decimal value)
    {
        Reserve(LongestNumber);
        Utf8Formatter.TryFormat(value, _free[_used..], out var written);
        _used += written;
    }

    /// <summary>RFC 3339: <c>"2026-03-01T08:30:00Z"</c>, with fractions of a second only where there are any.</summary>
    public void DateTime(DateTimeOffset value)
    {
        Reserve(LongestNumber);
        var format = value.Offset == TimeSpan.Zero ? "\\\"yyyy-MM-ddTHH:mm:ss.FFFFFFFZ\\\"" : "\\\"yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz\\\"";
        value.TryFormat(_free[_used..], out var written, format, System.Globalization.CultureInfo.InvariantCulture);
        _used += written;
    }

    /// <summary>RFC 3339 full-date: <c>"2026-03-01"</c>.</summary>
    public void Date(DateOnly value)
    {
        Reserve(12);
        _free[_used++] = (byte)'"';
        value.TryFormat(_free[_used..], out var written, "O", System.Globalization.CultureInfo.InvariantCulture);
        _used += written;
        _free[_used++] = (byte)'"';
    }

    public void Text(ReadOnlySpan<char> text)
    {
        Byte((byte)'"');
        while (true)
        {
            var plain = text.IndexOfAny(EscapedCharacters);
            Plain(plain < 0 ? text : text[..plain]);
            if (plain < 0)
            {
                break;
            }
            Escaped((byte)text[plain]);
            text = text[(plain + 1)..];
        }
        Byte((byte)'"');
    }

    public void Utf8Text(ReadOnlySpan<byte> text)
    {
        Byte((byte)'"');
        while (true)
        {
            var plain = text.IndexOfAny(EscapedBytes);
            Raw(plain < 0 ? text : text[..plain]);
            if (plain < 0)
            {
                break;
            }
            Escaped(text[plain]);
            text = text[(plain + 1)..];
        }
        Byte((byte)'"');
    }

    private void Plain(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var piece = text.Length <= LongestPiece ? text : text[..LongestPiece];
            Reserve(piece.Length * 3);
            // A lone surrogate becomes U+FFFD; a pair cut by the piece's end is left for the next piece.
            Utf8.FromUtf16(piece, _free[_used..], out var read, out var written, replaceInvalidSequences: true, isFinalBlock: piece.Length == text.Length);
            _used += written;
            text = text[read..];
        }
    }

    private void Escaped(byte character)
    {
        Reserve(6);
        var escape = character switch
        {
            (byte)'"' => "\\\""u8,
            (byte)'\\' => "\\\\"u8,
            (byte)'\n' => "\\n"u8,
            (byte)'\r' => "\\r"u8,
            (byte)'\t' => "\\t"u8,
            (byte)'\b' => "\\b"u8,
            (byte)'\f' => "\\f"u8,
            _ => default,
        };
        if (escape.IsEmpty)
        {
            Raw("\\u00"u8);
            Byte((byte)('0' + (character >> 4)));
            Byte((byte)"0123456789abcdef"[character & 0xF]);
        }
        else
        {
            Raw(escape);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(int size)
    {
        if (_free.Length - _used < size)
        {
            Grow(size);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int size)
    {
        _output.Advance(_used);
        _used = 0;
        _free = _output.GetSpan(Math.Max(size, 256));
    }
}
