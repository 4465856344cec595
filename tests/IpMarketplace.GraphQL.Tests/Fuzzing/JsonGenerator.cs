using System.Globalization;

namespace IpMarketplace.GraphQL.Tests.Fuzzing;

/// <summary>Random JSON: any value, and bodies with the members of a request that hold any value.</summary>
internal static class JsonGenerator
{
    private static readonly string[] Members = ["query", "query", "operationName", "variables", "extensions", "documentId", "id", "persistedQuery", "version", "sha256Hash", "other", "专"];
    private static readonly string[] Documents = ["{ hello }", "query A { hello } query B { ada { name } }", "query($a: Int) { echoInt(v: $a) }", "mutation { add { value } }", "{", "", "subscription { people { name } }"];

    /// <summary>Something like the body of a request.</summary>
    public static string Body(Random random) => random.Next(8) switch
    {
        0 => Value(random, 4),
        1 => $"[{string.Join(',', Enumerable.Range(0, random.Next(7)).Select(_ => Request(random)))}]",
        _ => Request(random),
    };

    /// <summary>Any value.</summary>
    public static string Value(Random random, int depth) => random.Next(depth > 0 ? 9 : 7) switch
    {
        0 => "null",
        1 => random.Next(2) == 0 ? "true" : "false",
        2 => random.Next(-3, 1000).ToString(CultureInfo.InvariantCulture),
        3 => random.Next(4) switch { 0 => "1e400", 1 => "-0.0", 2 => "123456789012345678901234567890", _ => "2147483648" },
        4 => "\"\\uD83D\"",
        5 => "\"a\\u0000\\\"\\\\b\"",
        6 => $"\"{Documents[random.Next(Documents.Length)]}\"",
        7 => $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth - 1)))}]",
        _ => $"{{{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => $"\"{Members[random.Next(Members.Length)]}\":{Value(random, depth - 1)}"))}}}",
    };

    private static string Request(Random random) =>
        $"{{\"query\":\"{Documents[random.Next(Documents.Length)]}\"{string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => $",\"{Members[random.Next(Members.Length)]}\":{Value(random, 3)}"))}}}";
}
