using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.TypeSystem.Sdl;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpMarketplace.GraphQL.Tests.Execution.Diagnostics;

public sealed class SlowOperationTests : IDisposable
{
    private const string Document = "query Report($who: String) { slow(of: \"a literal\", who: $who) }";

    private readonly ManualClock _clock = new();
    private readonly LogLines _log = new();
    private readonly TaskCompletionSource<int> _gate = new();

    [Fact]
    public async Task A_slow_operation_is_logged_by_name_and_hash_without_variables_and_literals()
    {
        await using var engine = Engine();
        var asking = engine.AskAsync(Document, """{"who":"a secret"}""");
        _clock.Elapsed += TimeSpan.FromMilliseconds(1500);
        _gate.SetResult(1);
        await asking;

        Assert.Equal(
            "Warning: Slow operation Report (query) of document 273e8b43502a97f153348e4ee9fba99f60b73745fddcfa0567cf96003a0c5825 took 1500 ms and answered 0 errors",
            Assert.Single(_log.Lines));
    }

    [Fact]
    public async Task An_operation_below_the_threshold_is_not_logged()
    {
        await using var engine = Engine();
        var asking = engine.AskAsync(Document);
        _clock.Elapsed += TimeSpan.FromMilliseconds(999);
        _gate.SetResult(1);
        await asking;

        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task Resolvers_that_never_wait_are_measured_too()
    {
        await using var engine = Engine();
        await engine.AskAsync("mutation { work }");

        Assert.StartsWith("Warning: Slow operation without a name (mutation) of document ", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_threshold_logs_nothing()
    {
        await using var engine = Engine(Timeout.InfiniteTimeSpan);
        await engine.AskAsync("mutation { work }");

        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task A_threshold_of_nothing_logs_what_is_refused_too()
    {
        await using var engine = Engine(TimeSpan.Zero);
        await engine.AskAsync("{ nonsense");

        Assert.Equal(
            "Warning: Slow operation without a name (refused) of document ca59d40619e4144aa2e4074b2dd078c5c97a2be7c50e145b0757ffc471193667 took 0 ms and answered 1 errors",
            Assert.Single(_log.Lines));
    }

    public void Dispose() => _log.Dispose();

    private TestEngine Engine(TimeSpan? threshold = null) => TestEngine.Of(
        SchemaBuilder.FromSdl("type Query { slow(of: String, who: String): Int } type Mutation { work: Int }")
            .AddResolver("Query", "slow", async _ => await _gate.Task)
            .AddResolver("Mutation", "work", (IResolverContext _) =>
            {
                _clock.Elapsed += TimeSpan.FromSeconds(2);
                return 1;
            }),
        threshold is null ? null : new ExecutionOptions { SlowOperation = threshold.Value },
        services => services.AddSingleton<TimeProvider>(_clock).AddSingleton<ILoggerFactory>(new LoggerFactory([_log])));
}
