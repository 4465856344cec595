namespace IpMarketplace.Catalogue.Text;

/// <summary>Traditional to simplified characters, from the table of OpenCC (<c>TraditionalSimplified.tsv</c>, its source and licence in its first lines).</summary>
public static class TraditionalCharacters
{
    /// <summary>The table built in: each traditional character of the basic plane and its simplified form, which has no simpler one.</summary>
    public static IReadOnlyList<(char Traditional, char Simplified)> BuiltIn { get; } = ReadBuiltIn();

    /// <summary>
    /// Reads a table of lines <c>traditional TAB simplified [alternatives]</c>, the first form counting. Lines that start with <c>#</c>, characters that
    /// stay as they are, and pairs with a character beyond the basic plane are passed over.
    /// </summary>
    public static IReadOnlyList<(char Traditional, char Simplified)> Parse(IEnumerable<string> lines)
    {
        var simplified = new Dictionary<char, char>();
        foreach (var line in lines)
        {
            if (line.Length > 2 && line[0] != '#' && line[1] == '\t' && !char.IsSurrogate(line[2]) && line[0] != line[2])
            {
                simplified[line[0]] = line[2];
            }
        }
        return [.. simplified.Select(pair => (pair.Key, simplified.GetValueOrDefault(pair.Value, pair.Value)))];
    }

    private static IReadOnlyList<(char Traditional, char Simplified)> ReadBuiltIn()
    {
        using var table = new StreamReader(typeof(TraditionalCharacters).Assembly.GetManifestResourceStream("TraditionalSimplified.tsv")!);
        return Parse(table.ReadToEnd().Split('\n'));
    }
}
