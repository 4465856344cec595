using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using IpMarketplace.Api.Tests.Demo;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Api.Tests.Inputs;

/// <summary>What holds for every text, amount and date of the schema, asked of every one of them.</summary>
[Collection(DemoMarketplaceTests.Name)]
public sealed class InputRulesTests(DemoMarketplace demo)
{
    private const string Problems = "errors { __typename ... on InputInvalid { problems { path message value } } }";

    private static readonly Dictionary<string, object?> Plain = new()
    {
        ["String"] = "A text",
        ["Int"] = 1,
        ["Boolean"] = true,
        ["Decimal"] = 1,
        ["LocalDate"] = "2026-03-02",
    };

    private Schema Schema => demo.Server.Services.GetRequiredService<Schema>();

    [Fact]
    public Task Every_text_of_a_mutation_is_bounded_by_name() => EveryFieldAsync("String", _ => new string('长', 10_001), "It has at most 10000 characters, not 10001.");

    [Fact]
    public Task Every_date_of_a_mutation_is_bounded_by_name() => EveryFieldAsync("LocalDate", at => at % 2 == 0 ? "0001-01-01" : "9999-12-31", "A date lies between 1900-01-01 and 2200-12-31.");

    [Fact]
    public Task Every_amount_of_a_mutation_is_bounded_by_name() => EveryFieldAsync("Decimal", _ => 1e20m, "An amount lies between -9999999999999999.99 and 9999999999999999.99.");

    [Fact]
    public async Task Every_text_of_a_query_is_bounded_by_name()
    {
        var checkedPaths = new List<string>();
        foreach (var field in Schema.QueryType!.Fields)
        {
            foreach (var (path, argument, value) in TextsOf(field, new string('%', 70_000)))
            {
                var arguments = string.Join(", ", field.Arguments.Where(other => other.Name != argument.Name && other.IsRequired).Select(other => $"{other.Name}: ${other.Name}").Prepend($"{argument.Name}: ${argument.Name}"));
                var definitions = string.Join(", ", field.Arguments.Where(other => other.Name == argument.Name || other.IsRequired).Select(other => $"${other.Name}: {other.Type}"));
                var variables = field.Arguments.Where(other => other.IsRequired && other.Name != argument.Name).ToDictionary(other => other.Name, other => Fitting(other.Type, null, "", null));
                variables[argument.Name] = value;
                var answer = await demo.Server.QueryAsync($"query({definitions}) {{ {field.Name}({arguments}) {{ __typename }} }}", variables, "admin@national.demo");
                var message = Assert.Single(answer.Faults).GetProperty("message").GetString()!;
                Assert.True(message.Contains($"{path}: It has at most 200 characters, not 70000.", StringComparison.Ordinal) && message.Length < 500, answer.ToString());
                checkedPaths.Add($"{field.Name}.{path}");
            }
        }
        Assert.Contains("organizations.filter.text", checkedPaths);
        Assert.Contains("patentByNumber.number", checkedPaths);
    }

    [Theory]
    [InlineData("{ patents(filter: { feeAtMost: 922337203685477580 }) { totalCount } }", "filter.feeAtMost: An amount lies between")]
    [InlineData("{ patents(filter: { expiresFrom: \"9999-12-31\" }) { totalCount } }", "filter.expiresFrom: A date lies between")]
    [InlineData("{ statistics(period: { start: \"0001-01-01\", end: \"2026-01-01\" }) { __typename } }", "period.start: A date lies between")]
    public async Task Amounts_and_dates_of_queries_are_bounded_by_name(string query, string message) =>
        Assert.Contains(message, (await demo.Server.QueryAsync(query)).Faulted("INVALID_ARGUMENT").GetProperty("message").GetString()!, StringComparison.Ordinal);

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("[a-z]")]
    [InlineData("\\")]
    public async Task Signs_of_patterns_stand_for_themselves(string text) =>
        Assert.Equal("0", (await demo.Server.QueryAsync("organizations/organizations.graphql", new { filter = new { text } })).Succeeded().Text("organizations.totalCount"));

    private async Task EveryFieldAsync(string scalar, Func<int, object> wrong, string message)
    {
        var fields = 0;
        foreach (var mutation in Schema.MutationType!.Fields)
        {
            var type = mutation.Arguments.Single().Type;
            foreach (var path in PathsTo(scalar, type, "").ToList())
            {
                var value = wrong(fields++);
                var answer = await AsWhoeverMayAsync($"mutation($input: {type}) {{ {mutation.Name}(input: $input) {{ {Problems} }} }}", new { input = Fitting(type, path, "", value) });
                var problem = answer.Refused(mutation.Name, "InputInvalid").GetProperty("problems").EnumerateArray().Single(found => found.GetProperty("path").GetString() == path);
                Assert.Equal(message, problem.GetProperty("message").GetString());
                Assert.True(problem.GetProperty("value") is { ValueKind: JsonValueKind.Null } shown || problem.GetProperty("value").GetString()!.Length <= 100);
            }
        }
        Assert.True(fields > 2);
    }

    private async Task<Answer> AsWhoeverMayAsync(string document, object variables)
    {
        foreach (var user in new[] { "officer@qinghe.demo", "approver@qinghe.demo", "signatory@yunshu.demo", "admin@national.demo" })
        {
            var answer = await demo.Server.QueryAsync(document, variables, user);
            if (answer.Faults.Count == 0)
            {
                return answer;
            }
            Assert.Equal("AUTH_NOT_AUTHORIZED", answer.Faults[0].GetProperty("extensions").GetProperty("code").GetString());
        }
        throw new Xunit.Sdk.XunitException($"None of the demo's roles may {document}");
    }

    private static IEnumerable<string> PathsTo(string scalar, IType type, string path) => type.NamedType is InputObjectType input
        ? input.Fields.SelectMany(field => PathsTo(scalar, field.Type, $"{path}{(path.Length == 0 ? "" : ".")}{field.Name}"))
        : type.NamedType.Name == scalar ? [path + (type.Nullable is ListType ? "[0]" : "")] : [];

    private static IEnumerable<(string Path, Argument Argument, object? Value)> TextsOf(OutputField field, string text) => field.Arguments
        .Where(argument => argument.Name is not ("after" or "before" or "query"))
        .SelectMany(argument => PathsTo("String", argument.Type, "").Select(path => (path, argument)))
        .Select(found => (found.path.Length == 0 || found.path[0] == '[' ? found.argument.Name + found.path : $"{found.argument.Name}.{found.path}", found.argument, Fitting(found.argument.Type, found.path, "", text)));

    /// <summary>A value of a type with what is required, and the wrong value at its path.</summary>
    private static object? Fitting(IType type, string? wrongAt, string path, object? wrong) => type.Nullable switch
    {
        _ when wrongAt == path => wrong,
        ListType when wrongAt == $"{path}[0]" => new[] { wrong },
        InputObjectType input => input.Fields
            .Where(field => field.IsRequired || wrongAt?.StartsWith(Below(path, field), StringComparison.Ordinal) == true)
            .ToDictionary(field => field.Name, field => Fitting(field.Type, wrongAt, Below(path, field), wrong)),
        EnumType values => values.Values[0].Name,
        _ when type.NamedType.Name == "ID" => IdFor(path),
        _ => Plain[type.NamedType.Name],
    };

    // listingId: the id of a Listing.
    private static string IdFor(string path) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{char.ToUpperInvariant(path[0])}{path[1..^2]}:1"));

    private static string Below(string path, InputField field) => path.Length == 0 ? field.Name : $"{path}.{field.Name}";
}
