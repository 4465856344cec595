using System.Globalization;

namespace IpMarketplace.GraphQL.Language;

/// <summary>Values and strings.</summary>
public sealed partial class SyntaxPrinter
{
    private void WriteValue(IValueNode value)
    {
        switch (value)
        {
            case VariableNode variable: _text.Append('$').Append(variable.Name); break;
            case IntValueNode integer: _text.Append(integer.Value); break;
            case FloatValueNode number: _text.Append(number.Value); break;
            case BooleanValueNode boolean: _text.Append(boolean.Value ? "true" : "false"); break;
            case NullValueNode: _text.Append("null"); break;
            case EnumValueNode name: _text.Append(name.Value); break;
            case StringValueNode text: WriteString(text); break;
            case ListValueNode { Items.IsEmpty: true }: _text.Append("[]"); break;
            case ListValueNode list: WriteInline(list.Items, "[", "]"); break;
            case ObjectValueNode { Fields.IsEmpty: true }: _text.Append("{}"); break;
            case ObjectValueNode fields: WriteInline(fields.Fields, "{", "}"); break;
            default: throw new ArgumentOutOfRangeException(nameof(value), value.Kind, "Not a kind of value.");
        }
    }

    private void WriteDescription(StringValueNode? description)
    {
        if (description is null) return;
        WriteString(description);
        NewLine();
    }

    private void WriteString(StringValueNode text)
    {
        if (_indented && text.Block && CanBeBlock(text.Value)) WriteBlockString(text.Value);
        else WriteQuoted(text.Value);
    }

    private void WriteBlockString(string value)
    {
        _text.Append("\"\"\"");
        foreach (var line in value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal).Split('\n'))
        {
            if (line.Length == 0) _text.Append('\n');
            else NewLine();
            _text.Append(line);
        }

        NewLine();
        _text.Append("\"\"\"");
    }

    /// <summary>Whether the block form, which drops outer blank lines and the common indentation, gives the value back.</summary>
    private static bool CanBeBlock(string value)
    {
        if (value.Contains('\r')) return false;
        var lines = value.Split('\n');
        return !string.IsNullOrEmpty(value)
            && !IsBlank(lines[0])
            && !IsBlank(lines[^1])
            && lines.Any(line => line.Length > 0 && line[0] is not (' ' or '\t'));
    }

    private static bool IsBlank(string line) => line.AsSpan().IndexOfAnyExcept(' ', '\t') < 0;

    private void WriteQuoted(string value)
    {
        _text.Append('"');
        foreach (var character in value)
        {
            switch (character)
            {
                case '"': _text.Append("\\\""); break;
                case '\\': _text.Append("\\\\"); break;
                case '\n': _text.Append("\\n"); break;
                case '\r': _text.Append("\\r"); break;
                case '\t': _text.Append("\\t"); break;
                case '\b': _text.Append("\\b"); break;
                case '\f': _text.Append("\\f"); break;
                case < ' ' or (>= '\x7F' and <= '\x9F'): _text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"); break;
                default: _text.Append(character); break;
            }
        }

        _text.Append('"');
    }
}
