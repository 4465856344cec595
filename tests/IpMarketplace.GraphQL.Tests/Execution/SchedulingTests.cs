using IpMarketplace.GraphQL.DataLoading;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.TypeSystem.Sdl;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Tests.Execution;

public sealed class SchedulingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Resolvers_of_a_query_run_side_by_side()
    {
        var (left, right) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var engine = TestEngine.Of(SchemaBuilder.FromSdl("type Query { left: Int right: Int }")
            .AddResolver("Query", "left", async _ => await MeetAsync(left, right, 1))
            .AddResolver("Query", "right", async _ => await MeetAsync(right, left, 2)));

        Assert.Equal("""{"data":{"left":1,"right":2}}""", await engine.AskAsync("{ left right }"));
    }

    [Fact]
    public async Task Mutations_run_one_after_another_each_with_all_that_is_below_it()
    {
        var log = new List<string>();
        async ValueTask<object?> LogAsync(string entry, object? value)
        {
            log.Add(entry);
            await Task.Yield();
            log.Add(entry + ".");
            return value;
        }
        await using var engine = TestEngine.Of(SchemaBuilder.FromSdl("type Query { a: Int } type Mutation { write(n: Int!): Written } type Written { after: Int }")
            .AddResolver("Mutation", "write", async context => await LogAsync($"write {context.ArgumentValue(0)}", new Dictionary<string, object?>()))
            .AddResolver("Written", "after", async _ => await LogAsync("after", 1)));

        await engine.AskAsync("mutation { a: write(n: 1) { after } b: write(n: 2) { after } }");

        Assert.Equal("write 1, write 1., after, after., write 2, write 2., after, after.", string.Join(", ", log));
    }

    [Fact]
    public async Task A_batch_waits_until_no_resolver_can_go_on_and_has_every_key()
    {
        var batches = new List<string>();
        await using var engine = Library(batches);

        Assert.Equal(
            """{"data":{"books":[{"id":1,"author":{"name":"author 1","rival":{"name":"author 2"}}},{"id":2,"author":{"name":"author 0","rival":{"name":"author 1"}}},{"id":3,"author":{"name":"author 1","rival":{"name":"author 2"}}}]}}""",
            await engine.AskAsync("{ books { id author { name rival { name } } } }"));
        Assert.Equal(["1,0", "2"], batches);
    }

    [Fact]
    public async Task Each_request_loads_anew()
    {
        var batches = new List<string>();
        await using var engine = Library(batches);

        await engine.AskAsync("{ books { author { name } } }");
        await engine.AskAsync("{ books { author { name } } }");

        Assert.Equal(["1,0", "1,0"], batches);
    }

    [Fact]
    public async Task What_was_loaded_before_a_mutation_is_loaded_anew_after_it()
    {
        var batches = new List<string>();
        await using var engine = Library(batches);

        await engine.AskAsync("mutation { a: touch { name } b: touch { name } }");

        Assert.Equal(["7", "7"], batches);
    }

    [Fact]
    public async Task A_failing_batch_is_an_error_at_every_field_that_waited_for_it()
    {
        await using var engine = TestEngine.Of(SchemaBuilder.FromSdl("type Query { a: String b: String! c: String }")
            .AddResolver("Query", "a", async context => await context.DataLoader<Failing>().LoadAsync(1))
            .AddResolver("Query", "b", async _ => await Task.FromResult("b"))
            .AddResolver("Query", "c", async context => await context.DataLoader<Failing>().LoadAsync(2)));

        Assert.Equal(
            """{"errors":[{"message":"no connection","locations":[{"line":1,"column":3}],"path":["a"]},{"message":"no connection","locations":[{"line":1,"column":7}],"path":["c"]}],"data":{"a":null,"b":"b","c":null}}""",
            await engine.AskAsync("{ a b c }"));
    }

    [Fact]
    public async Task A_stream_becomes_a_list()
    {
        await using var engine = TestEngine.Of(SchemaBuilder.FromSdl("type Query { a: [Int!]! b: [Int!] }")
            .AddResolver("Query", "a", _ => ValueTask.FromResult<object?>(StreamAsync(3, failAt: 9)))
            .AddResolver("Query", "b", _ => ValueTask.FromResult<object?>(StreamAsync(3, failAt: 2))));

        Assert.Equal(
            """{"errors":[{"message":"broken","locations":[{"line":1,"column":5}],"path":["b"]}],"data":{"a":[1,2,3],"b":null}}""",
            await engine.AskAsync("{ a b }"));
    }

    [Fact]
    public async Task What_a_field_hands_down_reaches_only_the_fields_below_it()
    {
        await using var engine = TestEngine.Of(SchemaBuilder.FromSdl("type Query { in(name: String!): Place seen: String } type Place { in(name: String!): Place seen: String }")
            .AddResolver("Query", "in", new PureFieldDelegate(Enter)).AddResolver("Place", "in", new PureFieldDelegate(Enter))
            .AddResolver("Query", "seen", new PureFieldDelegate(Seen)).AddResolver("Place", "seen", new PureFieldDelegate(Seen)));

        Assert.Equal(
            """{"data":{"a":{"b":{"seen":"/a/b"},"seen":"/a"},"c":{"seen":"/c"},"seen":""}}""",
            await engine.AskAsync("""{ a: in(name: "a") { b: in(name: "b") { seen } seen } c: in(name: "c") { seen } seen }"""));

        static FieldValue Enter(IResolverContext context)
        {
            context.ScopedContextData = context.ScopedContextData.SetItem("way", $"{context.ScopedContextData.GetValueOrDefault("way")}/{context.ArgumentValue(0)}");
            return FieldValue.From(new object());
        }
        static FieldValue Seen(IResolverContext context) => (string?)context.ScopedContextData.GetValueOrDefault("way") ?? string.Empty;
    }

    private static async Task<int> MeetAsync(TaskCompletionSource here, TaskCompletionSource there, int value)
    {
        here.SetResult();
        await there.Task.WaitAsync(Patience);
        return value;
    }

    private static async IAsyncEnumerable<int> StreamAsync(int count, int failAt)
    {
        for (var i = 1; i <= count; i++)
        {
            await Task.Yield();
            yield return i == failAt ? throw new GraphQLException("broken") : i;
        }
    }

    private static TestEngine Library(List<string> batches) => TestEngine.Of(
        SchemaBuilder.FromSdl("type Query { books: [Book!]! } type Mutation { touch: Author } type Book { id: Int! author: Author } type Author { name: String! rival: Author }")
            .AddResolver("Query", "books", async _ => await Task.FromResult(new[] { 1, 2, 3 }))
            .AddResolver("Mutation", "touch", async context => await context.DataLoader<Authors>().LoadAsync(7))
            .AddResolver("Book", "id", (IResolverContext context) => context.Parent<int>())
            .AddResolver("Book", "author", async context => await context.DataLoader<Authors>().LoadAsync(context.Parent<int>() % 2))
            .AddResolver("Author", "name", (IResolverContext context) => $"author {context.Parent<Author>().Id}")
            .AddResolver("Author", "rival", async context =>
            {
                await Task.CompletedTask;
                return await context.DataLoader<Authors>().LoadAsync(context.Parent<Author>().Id + 1);
            }),
        configure: services => services.AddSingleton(batches));

    private sealed record Author(int Id);

    private sealed class Authors(List<string> batches, IBatchScheduler scheduler) : BatchDataLoader<int, Author>(scheduler)
    {
        protected override async Task<IReadOnlyDictionary<int, Author>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken ct)
        {
            batches.Add(string.Join(',', keys));
            await Task.Yield();
            return keys.ToDictionary(key => key, key => new Author(key));
        }
    }

    private sealed class Failing(IBatchScheduler scheduler) : BatchDataLoader<int, string>(scheduler)
    {
        protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken ct) =>
            throw new GraphQLException("no connection");
    }
}
