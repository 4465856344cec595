using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.TypeSystem.Sdl;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Tests.Execution;

public sealed class TimeLimitTests
{
    private readonly ManualClock _clock = new();
    private readonly TaskCompletionSource<int> _never = new();
    private CancellationToken _seen;

    [Fact]
    public async Task An_operation_that_takes_too_long_is_answered_without_waiting_for_its_resolvers()
    {
        await using var engine = Engine();
        var asking = engine.AskAsync("{ never }");

        Assert.Equal([TimeSpan.FromSeconds(3)], _clock.Set);
        Assert.False(asking.IsCompleted);
        _clock.FireAll();

        Assert.Equal("""{"errors":[{"message":"The operation took longer than 3 seconds.","extensions":{"code":"OPERATION_TIMEOUT","limit":3}}],"data":null}""", await asking);
        Assert.True(_seen.IsCancellationRequested);
        Assert.Empty(_clock.Set);
        _never.SetResult(1);
    }

    [Fact]
    public async Task A_client_that_leaves_cancels_the_operation()
    {
        using var leaving = new CancellationTokenSource();
        await using var engine = Engine();
        var asking = engine.AskAsync("{ never }", ct: leaving.Token);

        await leaving.CancelAsync();

        Assert.Contains("OPERATION_TIMEOUT", await asking);
        Assert.True(_seen.IsCancellationRequested);
    }

    [Fact]
    public async Task An_operation_that_never_waits_sets_no_timer_and_one_that_ends_leaves_none()
    {
        await using var engine = Engine();
        Assert.Equal("""{"data":{"soon":1}}""", await engine.AskAsync("{ soon }"));
        Assert.Empty(_clock.Set);

        var asking = engine.AskAsync("{ never }");
        Assert.Single(_clock.Set);
        _never.SetResult(5);
        Assert.Equal("""{"data":{"never":5}}""", await asking);
        Assert.Empty(_clock.Set);
    }

    private TestEngine Engine() => TestEngine.Of(
        SchemaBuilder.FromSdl("type Query { never: Int soon: Int }")
            .AddResolver("Query", "soon", (IResolverContext _) => 1)
            .AddResolver("Query", "never", async context =>
            {
                _seen = context.RequestAborted;
                return await _never.Task;
            }),
        new ExecutionOptions { Timeout = TimeSpan.FromSeconds(3) },
        services => services.AddSingleton<TimeProvider>(_clock));
}
