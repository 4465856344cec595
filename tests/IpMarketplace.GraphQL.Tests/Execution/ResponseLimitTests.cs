using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.TypeSystem.Sdl;
using IpMarketplace.GraphQL.Validation;
using IpMarketplace.GraphQL.Validation.Limits;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Tests.Execution;

/// <summary>A response has so many bytes and no more; a root field that would take it further is an error, and its memory is not asked for.</summary>
public sealed class ResponseLimitTests
{
    private const int Limit = 10_000;
    private const string Message = "The response would have more than 10000 bytes: ask for less at a time.";

    [Theory]
    [InlineData("{ small large: text(length: 9000) }", null)]
    [InlineData("{ small large: text(length: 10000) }", "large")]
    [InlineData("{ small large: late(length: 10000) }", "large")]
    [InlineData("{ small large: numbers(count: 100000000) }", "large")]
    [InlineData("{ small large: texts(count: 5000) }", "large")]
    [InlineData("{ small large: nodes { nodes { nodes { nodes { nodes { name } } } } } }", "large")]
    [InlineData("{ small large: lateNodes { lateNodes { lateNodes { lateNodes { name } } } } }", "large")]
    [InlineData("{ small large: failing(count: 1000) }", "large")]
    public async Task A_root_field_that_is_too_large_becomes_an_error(string document, string? tooLarge)
    {
        await using var engine = Engine();
        var answer = await engine.AskAsync(document);

        Assert.InRange(answer.Length, 1, Limit + 3_000);
        if (tooLarge is null)
        {
            Assert.DoesNotContain("errors", answer);
            return;
        }
        Assert.Contains($$$"""{"message":"{{{Message}}}","locations":[{"line":1,"column":9}],"path":["{{{tooLarge}}}"],"extensions":{"code":"RESPONSE_LIMIT_EXCEEDED","limit":{{{Limit}}}}}""", answer);
        Assert.EndsWith($"\"data\":{{\"small\":1,\"{tooLarge}\":null}}}}", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mutation_says_what_was_done_and_begins_nothing_more()
    {
        await using var engine = Engine();

        Assert.Equal(
            $$$"""{"errors":[{"message":"{{{Message}}} This field was done; only its answer is missing.","locations":[{"line":1,"column":32}],"path":["b"],"extensions":{"code":"RESPONSE_LIMIT_EXCEEDED","limit":{{{Limit}}}}},{"message":"{{{Message}}} This field was not begun.","locations":[{"line":1,"column":56}],"path":["c"],"extensions":{"code":"RESPONSE_LIMIT_EXCEEDED","limit":{{{Limit}}}}}],"data":{"a":"x","b":null,"c":null}}""",
            await engine.AskAsync("mutation { a: write(length: 1) b: write(length: 10000) c: write(length: 1) }"));
    }

    [Fact]
    public async Task Too_much_where_null_must_not_be_leaves_no_data()
    {
        await using var engine = Engine();

        Assert.EndsWith("\"data\":null}", await engine.AskAsync("{ small must(length: 10000) }"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_event_of_a_subscription_is_bounded()
    {
        await using var engine = Engine();
        await using var scope = engine.Services.CreateAsyncScope();
        await using var stream = (ResponseStream)await engine.Services.GetRequiredService<IRequestExecutor>().ExecuteAsync(
            OperationRequest.FromText("subscription { grows }", services: scope.ServiceProvider));
        var answers = new List<string>();
        await foreach (var response in stream.ReadResultsAsync())
        {
            answers.Add(response.ToJson());
            await response.DisposeAsync();
        }

        Assert.Equal(["""{"data":{"grows":"x"}}""", "RESPONSE_LIMIT_EXCEEDED", """{"data":{"grows":"x"}}"""],
            answers.Select(answer => answer.Contains("RESPONSE_LIMIT_EXCEEDED", StringComparison.Ordinal) ? "RESPONSE_LIMIT_EXCEEDED" : answer));
    }

    private static TestEngine Engine()
    {
        var nodes = Enumerable.Repeat(new object(), 20).ToArray();
        return TestEngine.Of(
            SchemaBuilder.FromSdl(
                """
                type Query {
                  small: Int text(length: Int!): String must(length: Int!): String! late(length: Int!): String numbers(count: Int!): [Int] texts(count: Int!): [String]
                  nodes: [Node] lateNodes: [Node] failing(count: Int!): [Int]
                }
                type Node { nodes: [Node] lateNodes: [Node] name: String }
                type Mutation { write(length: Int!): String }
                type Subscription { grows: String }
                """)
                .AddResolver("Query", "small", (IResolverContext _) => 1)
                .AddResolver("Query", "text", (IResolverContext context) => Text(context))
                .AddResolver("Query", "must", (IResolverContext context) => Text(context))
                .AddResolver("Query", "late", async context =>
                {
                    await Task.Yield();
                    return Text(context);
                })
                .AddResolver("Query", "numbers", (IResolverContext context) => FieldValue.From(new Many(context.ArgumentValue<int>("count"))))
                .AddResolver("Query", "texts", (IResolverContext context) => FieldValue.From(Enumerable.Repeat("专利", context.ArgumentValue<int>("count")).ToArray()))
                .AddResolver("Query", "failing", (IResolverContext context) => FieldValue.From(Enumerable.Repeat("no number", context.ArgumentValue<int>("count")).ToArray()))
                .AddResolver("Query", "nodes", (IResolverContext _) => FieldValue.From(nodes))
                .AddResolver("Node", "nodes", (IResolverContext _) => FieldValue.From(nodes))
                .AddResolver("Query", "lateNodes", async _ => await LateAsync(nodes))
                .AddResolver("Node", "lateNodes", async _ => await LateAsync(nodes))
                .AddResolver("Node", "name", (IResolverContext _) => "leaf")
                .AddResolver("Mutation", "write", async context => await Task.FromResult(Text(context)))
                .AddResolver("Subscription", "grows", (IResolverContext context) => new string('x', context.Parent<int>()))
                .AddSubscriber("Subscription", "grows", _ => ValueTask.FromResult(new[] { 1, Limit, 1 }.ToAsyncEnumerable().Select(length => (object?)length))),
            new ExecutionOptions { Validation = ValidationOptions.Default with { Limits = RequestLimits.Default with { MaxResponseBytes = Limit, MaxCost = double.MaxValue } } });
    }

    private static string Text(IResolverContext context) => new('x', context.ArgumentValue<int>("length"));

    private static async Task<object> LateAsync(object[] nodes)
    {
        await Task.Yield();
        return nodes;
    }

    /// <summary>A list that takes no memory itself.</summary>
    private sealed class Many(int count) : IReadOnlyList<object?>
    {
        public int Count => count;

        public object? this[int index] => index;

        public IEnumerator<object?> GetEnumerator() => Enumerable.Range(0, count).Select(index => (object?)index).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
