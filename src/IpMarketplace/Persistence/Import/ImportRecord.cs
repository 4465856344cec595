using IpMarketplace.Kernel.Texts;

namespace IpMarketplace.Persistence.Import;

/// <summary>One record of an imported file: values by column name. A column may hold several values; an empty value is none.</summary>
public sealed class ImportRecord
{
    private static readonly char[] ListSeparators = ['|', ';', '；', '\n'];

    private readonly Dictionary<string, IReadOnlyList<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Sets a column.</summary>
    public void Set(string column, IEnumerable<string> values)
    {
        IReadOnlyList<string> present = [.. values.Where(value => !string.IsNullOrWhiteSpace(value))];
        if (present.Count > 0)
        {
            _values[column.Trim()] = present;
        }
    }

    /// <summary>The value of the first of the columns that has one.</summary>
    public string? Text(params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
        {
            if (_values.TryGetValue(column, out var values))
            {
                return string.Join(' ', values).Trim();
            }
        }
        return null;
    }

    /// <summary>The same as one clean line, without what nobody can see; null where nothing is left.</summary>
    public string? Line(params ReadOnlySpan<string> columns) => Text(columns) is { } text && CleanText.Line(text) is { Length: > 0 } line ? line : null;

    /// <summary>The values of the first of the columns that has any; a single text is cut at <c>|</c> and <c>;</c>.</summary>
    public IReadOnlyList<string> List(params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
        {
            if (_values.TryGetValue(column, out var values))
            {
                return [.. values.SelectMany(value => value.Split(ListSeparators)).Select(CleanText.Line).Where(entry => entry.Length > 0)];
            }
        }
        return [];
    }
}
