using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.TypeSystem.Sdl;
using IpMarketplace.GraphQL.Validation;
using IpMarketplace.GraphQL.Validation.Limits;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Tests.Execution;

public sealed class TimeLimitTests
{
    private const string Sdl =
        """
        type Query { waits: Int soon: Int deep: Node }
        type Node { next: Node many: [Node!] waits: Int name: String }
        type Mutation { write(n: Int!): Written pure: Int }
        type Written { n: Int later: Int }
        """;

    private readonly ManualClock _clock = new();
    private readonly TaskCompletionSource<int> _ends = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _written = [];
    private Func<CancellationToken, Task<int>> _wait;

    public TimeLimitTests() => _wait = UntilCancelledAsync;

    [Fact]
    public async Task What_takes_too_long_is_cancelled_and_the_rest_is_answered()
    {
        await using var engine = Engine();
        var asking = engine.AskAsync("{ soon deep { name waits } }");

        Assert.Equal([TimeSpan.FromSeconds(3)], _clock.Set);
        Assert.False(asking.IsCompleted);
        _clock.FireAll();

        Assert.Equal(
            """{"errors":[{"message":"The operation took longer than 3 seconds.","locations":[{"line":1,"column":20}],"path":["deep","waits"],"extensions":{"code":"OPERATION_TIMEOUT","limit":3}}],"data":{"soon":1,"deep":{"name":"leaf","waits":null}}}""",
            await asking);
        Assert.Empty(_clock.Set);
    }

    [Fact]
    public async Task A_mutation_says_what_was_done_what_is_not_known_and_what_was_not_begun()
    {
        await using var engine = Engine();
        var asking = engine.AskAsync("mutation { a: write(n: 1) { n later } b: write(n: 2) { n } c: write(n: 3) { n } pure }");
        _ends.SetResult(7);
        await UntilAsync(() => _written.Contains("begun 2"));

        _clock.FireAll();

        Assert.Equal(
            [
                """{"errors":[""",
                """{"message":"The operation took longer than 3 seconds. Whether this field was done is not known.","locations":[{"line":1,"column":39}],"path":["b"],"extensions":{"code":"OPERATION_TIMEOUT","limit":3}},""",
                """{"message":"The operation took longer than 3 seconds. This field was not begun.","locations":[{"line":1,"column":60}],"path":["c"],"extensions":{"code":"OPERATION_TIMEOUT","limit":3}},""",
                """{"message":"The operation took longer than 3 seconds. This field was not begun.","locations":[{"line":1,"column":81}],"path":["pure"],"extensions":{"code":"OPERATION_TIMEOUT","limit":3}}""",
                """],"data":{"a":{"n":1,"later":7},"b":null,"c":null,"pure":null}}""",
            ],
            (await asking).Replace("},{\"message", "},\n{\"message", StringComparison.Ordinal).Replace("[{\"message", "[\n{\"message", StringComparison.Ordinal).Replace("],\"data", "\n],\"data", StringComparison.Ordinal).Split('\n'));
        Assert.Equal(["begun 1", "begun 2"], _written);
    }

    [Fact]
    public async Task A_mutation_that_has_taken_back_what_it_did_says_so()
    {
        _wait = async ct =>
        {
            try
            {
                return await UntilCancelledAsync(ct);
            }
            catch (OperationCanceledException cancelled)
            {
                throw new RolledBackException(cancelled);
            }
        };
        await using var engine = Engine();
        var asking = engine.AskAsync("mutation { b: write(n: 2) { n } }");

        _clock.FireAll();

        Assert.Contains("Nothing of this field was done.", await asking);
    }

    [Fact]
    public async Task A_field_that_ends_after_the_time_limit_is_answered_but_nothing_new_begins_below_it()
    {
        _wait = async ct =>
        {
            await ((Task)UntilCancelledAsync(ct)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return 5;
        };
        await using var engine = Engine();
        var asking = engine.AskAsync("mutation { b: write(n: 2) { n later } }");

        _clock.FireAll();

        Assert.Equal(
            """{"errors":[{"message":"The operation took longer than 3 seconds.","locations":[{"line":1,"column":31}],"path":["b","later"],"extensions":{"code":"OPERATION_TIMEOUT","limit":3}}],"data":{"b":{"n":5,"later":null}}}""",
            await asking);
    }

    [Fact]
    public async Task Fields_that_take_no_time_of_their_own_end_too_when_the_time_is_up()
    {
        var seen = 0;
        await using var engine = Engine(() => _clock.Elapsed += ++seen == 1_000 ? TimeSpan.FromSeconds(3) : TimeSpan.Zero);

        var answer = await engine.AskAsync($"{{ soon deep {{ {string.Concat(Enumerable.Repeat("many { ", 6))} name {new string('}', 8)}");

        Assert.Equal(
            """{"errors":[{"message":"The operation took longer than 3 seconds.","locations":[{"line":1,"column":8}],"path":["deep"],"extensions":{"code":"OPERATION_TIMEOUT","limit":3}}],"data":{"soon":1,"deep":null}}""",
            answer);
        Assert.InRange(seen, 1_000, 15_000);
    }

    [Fact]
    public async Task Fields_that_take_no_time_of_their_own_end_too_when_the_caller_leaves()
    {
        var seen = 0;
        using var leaving = new CancellationTokenSource();
        await using var engine = Engine(() =>
        {
            if (++seen == 1_000)
            {
                leaving.Cancel();
            }
        });

        var answer = await engine.AskAsync($"{{ deep {{ {string.Concat(Enumerable.Repeat("many { ", 6))} name {new string('}', 8)}", ct: leaving.Token);

        Assert.Equal("""{"errors":[{"message":"The request was cancelled.","extensions":{"code":"OPERATION_TIMEOUT"}}],"data":null}""", answer);
        Assert.InRange(seen, 1_000, 3_000);
    }

    [Fact]
    public async Task An_operation_that_never_waits_sets_no_timer_and_one_that_ends_leaves_none()
    {
        await using var engine = Engine();
        Assert.Equal("""{"data":{"soon":1}}""", await engine.AskAsync("{ soon }"));
        Assert.Empty(_clock.Set);

        _wait = _ => _ends.Task;
        var asking = engine.AskAsync("{ waits }");
        Assert.Single(_clock.Set);
        _ends.SetResult(5);
        Assert.Equal("""{"data":{"waits":5}}""", await asking);
        Assert.Empty(_clock.Set);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; !condition() && i < 3_000; i++)
        {
            await Task.Delay(10);
        }
        Assert.True(condition());
    }

    private static async Task<int> UntilCancelledAsync(CancellationToken ct)
    {
        await Task.Delay(Timeout.Infinite, ct);
        return 0;
    }

    private TestEngine Engine(Action? onNode = null) => TestEngine.Of(
        SchemaBuilder.FromSdl(Sdl)
            .AddResolver("Query", "soon", (IResolverContext _) => 1)
            .AddResolver("Query", "waits", async context => await _wait(context.RequestAborted))
            .AddResolver("Query", "deep", (IResolverContext _) => Node(onNode))
            .AddResolver("Node", "next", (IResolverContext _) => Node(onNode))
            .AddResolver("Node", "many", (IResolverContext _) => FieldValue.From(Many(onNode)))
            .AddResolver("Node", "waits", async context => await _wait(context.RequestAborted))
            .AddResolver("Node", "name", (IResolverContext _) => "leaf")
            .AddResolver("Mutation", "pure", (IResolverContext _) => 1)
            .AddResolver("Mutation", "write", async context =>
            {
                var n = context.ArgumentValue<int>("n");
                _written.Add($"begun {n}");
                return n == 1 ? 1 : Math.Max(await _wait(context.RequestAborted), n);
            })
            .AddResolver("Written", "n", (IResolverContext context) => context.Parent<int>())
            .AddResolver("Written", "later", async _ => await _ends.Task),
        new ExecutionOptions { Timeout = TimeSpan.FromSeconds(3), Validation = ValidationOptions.Default with { Limits = RequestLimits.Default with { MaxCost = double.MaxValue } } },
        services => services.AddSingleton<TimeProvider>(_clock));

    private static FieldValue Node(Action? onNode)
    {
        onNode?.Invoke();
        return FieldValue.From(new object());
    }

    private static object[] Many(Action? onNode)
    {
        onNode?.Invoke();
        return [.. Enumerable.Repeat(new object(), 50)];
    }
}
