using System.Buffers;
using System.Globalization;
using System.Text;

namespace IpMarketplace.GraphQL.Language;

/// <summary>The meaning of string literals (2.9.4).</summary>
internal ref partial struct Utf8GraphQLReader
{
    private const int StackBuffer = 256;

    /// <summary>What the current string token means: escapes resolved, a block string without its indentation.</summary>
    public readonly string StringValue() => Kind == TokenKind.BlockString
        ? BlockStringValue(Encoding.UTF8.GetString(Text))
        : Text.Contains((byte)'\\') ? Unescaped() : Encoding.UTF8.GetString(Text);

    /// <summary>BlockStringValue(rawValue).</summary>
    private static string BlockStringValue(string raw)
    {
        var lines = raw
            .Replace("\\\"\"\"", "\"\"\"", StringComparison.Ordinal)
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n')
            .Split('\n');
        var first = Array.FindIndex(lines, line => !IsBlank(line));
        if (first < 0) return "";
        var last = Array.FindLastIndex(lines, line => !IsBlank(line));
        var commonIndent = lines.Skip(1).Where(line => !IsBlank(line)).Select(Indent).DefaultIfEmpty(0).Min();

        var value = new StringBuilder(raw.Length);
        for (var i = first; i <= last; i++)
        {
            if (i > first) value.Append('\n');
            value.Append(lines[i].AsSpan(i == 0 ? 0 : Math.Min(commonIndent, lines[i].Length)));
        }

        return value.ToString();
    }

    private static bool IsBlank(string line) => Indent(line) == line.Length;

    private static int Indent(string line)
    {
        var indent = line.AsSpan().IndexOfAnyExcept(' ', '\t');
        return indent < 0 ? line.Length : indent;
    }

    private readonly string Unescaped()
    {
        // An escape sequence is never shorter than what it stands for, so the bytes bound the characters.
        var rented = Text.Length > StackBuffer ? ArrayPool<char>.Shared.Rent(Text.Length) : null;
        var value = rented ?? stackalloc char[StackBuffer];
        var length = 0;
        for (var position = 0; position < Text.Length;)
        {
            var rest = Text[position..];
            var plain = rest.IndexOf((byte)'\\') is var run and >= 0 ? rest[..run] : rest;
            length += Encoding.UTF8.GetChars(plain, value[length..]);
            position += plain.Length;
            if (position == Text.Length) break;

            position += ReadEscape(position, out var rune);
            length += rune.EncodeToUtf16(value[length..]);
        }

        var result = new string(value[..length]);
        if (rented is not null) ArrayPool<char>.Shared.Return(rented);
        return result;
    }

    /// <summary>Reads one escape sequence of the current token and tells how many bytes it took.</summary>
    private readonly int ReadEscape(int position, out Rune rune)
    {
        var escape = Text[position..];
        rune = escape[1] switch
        {
            (byte)'"' => new Rune('"'),
            (byte)'\\' => new Rune('\\'),
            (byte)'/' => new Rune('/'),
            (byte)'b' => new Rune('\b'),
            (byte)'f' => new Rune('\f'),
            (byte)'n' => new Rune('\n'),
            (byte)'r' => new Rune('\r'),
            (byte)'t' => new Rune('\t'),
            _ => default,
        };
        if (rune != default) return 2;
        if (escape[1] != 'u') throw EscapeError("character", position, 2);
        return escape.Length > 2 && escape[2] == '{' ? ReadBracedEscape(position, out rune) : ReadFixedEscape(position, out rune);
    }

    /// <summary><c>\u{…}</c>: any number of digits, but a Unicode scalar value.</summary>
    private readonly int ReadBracedEscape(int position, out Rune rune)
    {
        var digits = Text[(position + 3)..];
        var length = digits.IndexOf((byte)'}');
        if (length < 0) throw EscapeError("Unicode", position, 3);
        var significant = digits[..length].TrimStart((byte)'0');
        var scalar = 0;
        if (length == 0
            || !(significant.IsEmpty || int.TryParse(significant, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out scalar))
            || !Rune.TryCreate(scalar, out rune))
            throw EscapeError("Unicode", position, length + 4);
        return length + 4;
    }

    /// <summary><c>\uXXXX</c>, or two of them that form a surrogate pair.</summary>
    private readonly int ReadFixedEscape(int position, out Rune rune)
    {
        if (!TryReadFixed(position, out var unit)) throw EscapeError("Unicode", position, 6);
        if (Rune.TryCreate(unit, out rune)) return 6;
        if (TryReadFixed(position + 6, out var trail) && Rune.TryCreate(unit, trail, out rune)) return 12;
        throw EscapeError("Unicode", position, 6);
    }

    private readonly bool TryReadFixed(int position, out char unit)
    {
        unit = default;
        if (position + 6 > Text.Length || !Text[position..].StartsWith("\\u"u8)) return false;
        if (!ushort.TryParse(Text.Slice(position + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)) return false;
        unit = (char)value;
        return true;
    }

    private readonly SyntaxException EscapeError(string what, int position, int length)
    {
        var shown = Encoding.UTF8.GetString(Text.Slice(position, Math.Min(Math.Min(length, 20), Text.Length - position)));
        return Error($"Invalid {what} escape sequence: \"{shown}\".", Location.Start + 1 + position);
    }
}
