namespace IpMarketplace.GraphQL.Validation;

/// <summary>What the author of a document may have meant.</summary>
internal static class Suggestion
{
    private const int Most = 5;

    /// <summary>The names that are spelt nearly like the given one, most alike first, as the end of a message.</summary>
    public static string DidYouMean(ValidationContext context, string name, IEnumerable<string> candidates)
    {
        if (!context.Options.Suggestions) return "";
        var tolerance = name.Length * 2 / 5 + 1;
        return Phrase("", candidates
            .Select(candidate => (candidate, distance: Distance(name, candidate)))
            .Where(near => near.distance <= tolerance)
            .OrderBy(near => near.distance)
            .ThenBy(near => near.candidate, StringComparer.Ordinal)
            .Select(near => near.candidate));
    }

    /// <summary>The end of a message that offers the given names.</summary>
    public static string DidYouMean(ValidationContext context, string lead, params IReadOnlyList<string> names) =>
        context.Options.Suggestions ? Phrase(lead, names) : "";

    private static string Phrase(string lead, IEnumerable<string> names)
    {
        var quoted = names.Take(Most).Select(name => $"\"{name}\"").ToArray();
        var list = quoted.Length switch
        {
            0 => null,
            1 => quoted[0],
            2 => $"{quoted[0]} or {quoted[1]}",
            _ => $"{string.Join(", ", quoted[..^1])}, or {quoted[^1]}",
        };
        return list is null ? "" : $" Did you mean {lead}{list}?";
    }

    /// <summary>How many letters must be inserted, deleted, replaced or swapped with their neighbour; another case counts as one.</summary>
    private static int Distance(string name, string candidate)
    {
        if (string.Equals(name, candidate, StringComparison.OrdinalIgnoreCase)) return 1;
        var (left, right) = (name.ToUpperInvariant(), candidate.ToUpperInvariant());
        var rows = new int[3, right.Length + 1];
        for (var j = 0; j <= right.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var (current, previous, before) = (i % 3, (i + 2) % 3, (i + 1) % 3);
            rows[current, 0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                var distance = Math.Min(rows[previous, j - 1] + cost, Math.Min(rows[previous, j], rows[current, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    distance = Math.Min(distance, rows[before, j - 2] + 1);
                rows[current, j] = distance;
            }
        }

        return rows[left.Length % 3, right.Length];
    }
}
