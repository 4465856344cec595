using System.Text.Json;

namespace IpMarketplace.GraphQL.Tests.Conformance;

/// <summary>Holds a response against an expected one, as the cases define it: data by value and order, errors by position.</summary>
internal static class ResponseComparison
{
    /// <summary>What differs; null for nothing.</summary>
    public static string? Difference(ExecutionCase @case, JsonElement expected, JsonElement response)
    {
        if (!expected.TryGetProperty("data", out var expectedData))
        {
            return IsRequestError(response) ? null : $"expected a request error, got {response}";
        }
        if (!response.TryGetProperty("data", out var data) || !AreEqual(expectedData, data, @case))
        {
            return $"expected {expectedData}, got {response}";
        }
        if (!expected.TryGetProperty("errors", out var expectedErrors))
        {
            return response.TryGetProperty("errors", out _) ? $"expected no errors, got {response}" : null;
        }
        return response.TryGetProperty("errors", out var errors)
            ? ErrorDifference(expected.GetProperty("errorGroups"), expectedErrors, errors)
            : $"expected errors {expectedErrors}, got {response}";
    }

    private static bool IsRequestError(JsonElement response) =>
        (!response.TryGetProperty("data", out var data) || data.ValueKind == JsonValueKind.Null)
        && response.TryGetProperty("errors", out var errors) && errors.GetArrayLength() > 0
        && errors.EnumerateArray().All(error => error.GetProperty("message").ValueKind == JsonValueKind.String);

    private static string? ErrorDifference(JsonElement groups, JsonElement expected, JsonElement errors)
    {
        var byPath = new Dictionary<string, JsonElement>();
        foreach (var error in errors.EnumerateArray())
        {
            if (!byPath.TryAdd(PathOf(error), error))
            {
                return $"path {PathOf(error)} twice in {errors}";
            }
        }
        var unexplained = byPath.Keys.ToHashSet();
        foreach (var group in groups.EnumerateArray())
        {
            var nullPath = Compact(group.GetProperty("nullPath"));
            var mine = byPath.Keys.Where(path => group.GetProperty("propagated").GetBoolean() ? IsBelow(path, nullPath) : path == nullPath).ToList();
            if (mine.Count == 0)
            {
                return $"no error for {nullPath} in {errors}";
            }
            unexplained.ExceptWith(mine);
        }
        return unexplained.Count > 0
            ? $"unexpected errors at {string.Join(" ", unexplained)} in {errors}"
            : expected.EnumerateArray().Select(error => BoomDifference(error, byPath)).FirstOrDefault(difference => difference is not null);
    }

    private static string? BoomDifference(JsonElement expected, Dictionary<string, JsonElement> byPath)
    {
        if (!expected.GetProperty("message").GetString()!.StartsWith("boom", StringComparison.Ordinal) || !byPath.TryGetValue(PathOf(expected), out var error))
        {
            return null;
        }
        var sameExtensions = !expected.TryGetProperty("extensions", out var extensions)
            || (error.TryGetProperty("extensions", out var own) && extensions.EnumerateObject().All(member => own.TryGetProperty(member.Name, out var value) && JsonElement.DeepEquals(value, member.Value)));
        return sameExtensions
            && expected.GetProperty("message").GetString() == error.GetProperty("message").GetString()
            && JsonElement.DeepEquals(expected.GetProperty("locations")[0], error.GetProperty("locations")[0])
                ? null
                : $"expected {expected}, got {error}";
    }

    private static string PathOf(JsonElement error) => error.TryGetProperty("path", out var path) ? Compact(path) : "[]";

    private static bool IsBelow(string path, string nullPath) => nullPath == "[]" || path == nullPath || path.StartsWith(nullPath[..^1] + ",", StringComparison.Ordinal);

    private static bool AreEqual(JsonElement expected, JsonElement actual, ExecutionCase @case, string? member = null) => (expected.ValueKind, actual.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => ObjectsEqual(expected, actual, @case),
        (JsonValueKind.Array, JsonValueKind.Array) => ListsEqual(expected, actual, @case),
        (JsonValueKind.Number, JsonValueKind.Number) => NumbersEqual(expected, actual),
        (JsonValueKind.String, JsonValueKind.String) when @case.ComparesSets && member == "defaultValue" => Compact(expected.GetString()!) == Compact(actual.GetString()!),
        (JsonValueKind.String, JsonValueKind.String) => expected.GetString() == actual.GetString(),
        var (one, other) => one == other,
    };

    private static bool ObjectsEqual(JsonElement expected, JsonElement actual, ExecutionCase @case)
    {
        var names = expected.EnumerateObject().Select(entry => entry.Name).ToList();
        var own = actual.EnumerateObject().Select(entry => entry.Name).ToList();
        return (@case.IsOrdered ? names.SequenceEqual(own) : names.Order().SequenceEqual(own.Order()))
            && names.All(name => AreEqual(expected.GetProperty(name), actual.GetProperty(name), @case, name));
    }

    private static bool ListsEqual(JsonElement expected, JsonElement actual, ExecutionCase @case)
    {
        var (items, own) = (expected.EnumerateArray().ToList(), actual.EnumerateArray().ToList());
        if (@case.ComparesSets && items.All(IsNamed) && own.All(IsNamed))
        {
            (items, own) = ([.. items.OrderBy(NameOf, StringComparer.Ordinal)], [.. own.OrderBy(NameOf, StringComparer.Ordinal)]);
        }
        return items.Count == own.Count && items.Zip(own).All(pair => AreEqual(pair.First, pair.Second, @case));
    }

    private static bool IsNamed(JsonElement item) =>
        item.ValueKind == JsonValueKind.String || (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String);

    private static string NameOf(JsonElement item) => (item.ValueKind == JsonValueKind.String ? item : item.GetProperty("name")).GetString()!;

    // Whole numbers as such: beyond 2^53 a double cannot tell two of them apart.
    private static bool NumbersEqual(JsonElement expected, JsonElement actual) => expected.TryGetInt64(out var whole) && actual.TryGetInt64(out var own)
        ? whole == own
        : expected.GetDouble().Equals(actual.GetDouble());

    private static string Compact(JsonElement json) => JsonSerializer.Serialize(json);

    private static string Compact(string literal) => string.Concat(literal.Where(character => !char.IsWhiteSpace(character) && character != ','));
}
