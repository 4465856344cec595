using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace IpMarketplace.GraphQL.Results;

/// <summary>Writes values of any shape: what custom scalars answer and what errors carry in <c>extensions</c>.</summary>
internal static class JsonValues
{
    private const int MaxDepth = 128;

    /// <summary>The value as JSON in UTF-8.</summary>
    /// <exception cref="InvalidOperationException">JSON cannot say the value.</exception>
    public static byte[] Encode(object? value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var output = new JsonOutput(buffer);
        Write(ref output, value);
        output.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public static void Write(ref JsonOutput output, object? value, int depth = 0)
    {
        if (depth > MaxDepth)
        {
            throw new InvalidOperationException("A value is nested too deep, or in itself.");
        }
        switch (value)
        {
            case null: output.Null(); break;
            case string text: output.Text(text); break;
            case bool truth: output.Boolean(truth); break;
            case int or long or short or byte or sbyte or ushort or uint: output.Integer(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case double number: WriteFloat(ref output, number); break;
            case float number: output.Raw(Encoding.UTF8.GetBytes(number.ToString("R", CultureInfo.InvariantCulture))); break;
            case decimal number: output.Decimal(number); break;
            case JsonElement { ValueKind: JsonValueKind.Undefined }: output.Null(); break;
            case JsonElement json: output.Raw(Encoding.UTF8.GetBytes(json.GetRawText())); break;
            case DateTimeOffset instant: output.DateTime(instant); break;
            case DateTime instant: output.DateTime(((FieldValue)instant).AsDateTime()); break;
            case DateOnly day: output.Date(day); break;
            case IEnumerable<KeyValuePair<string, object?>> members: WriteObject(ref output, members, depth); break;
            case IEnumerable items: WriteList(ref output, items, depth); break;
            default: output.Text(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }

    private static void WriteFloat(ref JsonOutput output, double number)
    {
        if (!double.IsFinite(number))
        {
            throw new InvalidOperationException($"JSON has no number {number.ToString(CultureInfo.InvariantCulture)}.");
        }
        output.Float(number);
    }

    private static void WriteObject(ref JsonOutput output, IEnumerable<KeyValuePair<string, object?>> members, int depth)
    {
        output.Byte((byte)'{');
        var first = true;
        foreach (var (name, value) in members)
        {
            if (!first)
            {
                output.Byte((byte)',');
            }
            first = false;
            output.Text(name);
            output.Byte((byte)':');
            Write(ref output, value, depth + 1);
        }
        output.Byte((byte)'}');
    }

    private static void WriteList(ref JsonOutput output, IEnumerable items, int depth)
    {
        output.Byte((byte)'[');
        var first = true;
        foreach (var item in items)
        {
            if (!first)
            {
                output.Byte((byte)',');
            }
            first = false;
            Write(ref output, item, depth + 1);
        }
        output.Byte((byte)']');
    }
}
