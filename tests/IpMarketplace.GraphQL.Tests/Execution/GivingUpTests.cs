using System.Runtime.CompilerServices;
using IpMarketplace.GraphQL.DataLoading;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.TypeSystem.Sdl;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpMarketplace.GraphQL.Tests.Execution;

/// <summary>Nothing that a request uses is disposed while anything of the request still runs.</summary>
public sealed class GivingUpTests
{
    private readonly ManualClock _clock = new();
    private readonly List<string> _log = [];
    private readonly Stage _stage = new();

    [Theory]
    [InlineData("{ slow }")]
    [InlineData("{ slow fails }")]
    [InlineData("{ loads }")]
    [InlineData("{ leaves }")]
    [InlineData("{ items }")]
    [InlineData("{ brokenItems }")]
    [InlineData("{ stream }")]
    [InlineData("mutation { slow }")]
    public async Task A_caller_who_leaves_ends_what_runs_and_it_is_waited_for(string document)
    {
        using var leaving = new CancellationTokenSource();
        await using var engine = Engine();
        var asking = engine.AskAsync(document, ct: leaving.Token);
        await _stage.Entered.Task;

        await leaving.CancelAsync();
        await _stage.Cancelled.Task;

        await StaysOpenAsync(asking);
        Assert.Equal("""{"errors":[{"message":"The request was cancelled.","extensions":{"code":"OPERATION_TIMEOUT"}}],"data":null}""", await asking);
        Assert.Empty(_log);
    }

    [Theory]
    [InlineData("{ slow }")]
    [InlineData("{ loads }")]
    [InlineData("{ items }")]
    [InlineData("{ stream }")]
    [InlineData("mutation { slow }")]
    public async Task What_takes_too_long_is_waited_for(string document)
    {
        await using var engine = Engine();
        var asking = engine.AskAsync(document);
        await _stage.Entered.Task;

        _clock.FireAll();
        await _stage.Cancelled.Task;

        await StaysOpenAsync(asking);
        Assert.Contains("OPERATION_TIMEOUT", await asking);
        Assert.Empty(_log);
    }

    [Fact]
    public async Task A_batch_is_waited_for_though_the_resolver_that_asked_has_ended()
    {
        await using var engine = Engine();
        var asking = engine.AskAsync("{ leaves }");
        await _stage.Entered.Task;

        await StaysOpenAsync(asking);

        Assert.Equal("""{"data":{"leaves":1}}""", await asking);
    }

    [Fact]
    public async Task Items_are_waited_for_though_their_list_is_null_already()
    {
        await using var engine = Engine();
        var asking = engine.AskAsync("{ brokenItems }");
        await _stage.Entered.Task;

        await StaysOpenAsync(asking);

        Assert.EndsWith("\"data\":{\"brokenItems\":null}}", await asking, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_is_being_answered_when_its_subscription_ends_is_waited_for()
    {
        using var leaving = new CancellationTokenSource();
        await using var engine = Engine();
        await using var scope = engine.Services.CreateAsyncScope();
        var request = OperationRequest.FromText("subscription { ticks }", services: scope.ServiceProvider);
        await using var stream = (ResponseStream)await engine.Services.GetRequiredService<IRequestExecutor>().ExecuteAsync(request, leaving.Token);
        await using var responses = stream.ReadResultsAsync().GetAsyncEnumerator();
        var next = responses.MoveNextAsync().AsTask();
        await _stage.Entered.Task;

        await leaving.CancelAsync();
        await _stage.Cancelled.Task;

        await StaysOpenAsync(next);
        Assert.False(await next);
        Assert.Empty(_log);
    }

    [Fact]
    public async Task A_subscription_that_nobody_has_read_closes_its_source()
    {
        await using var engine = Engine();
        await using var scope = engine.Services.CreateAsyncScope();
        var request = OperationRequest.FromText("subscription { ticks }", services: scope.ServiceProvider);
        var stream = await engine.Services.GetRequiredService<IRequestExecutor>().ExecuteAsync(request);

        await stream.DisposeAsync();

        Assert.True(_stage.IsSourceClosed);
    }

    // Whatever was given to the request must be whole until the last of it has ended, which the stage decides.
    private async Task StaysOpenAsync(Task asking)
    {
        await Task.Yield();
        Assert.False(asking.IsCompleted);
        Assert.Equal(0, _stage.Disposed);
        _stage.MayEnd.SetResult();
        await asking;
        Assert.False(_stage.WasUsedAfterwards);
    }

    private TestEngine Engine() => TestEngine.Of(
        SchemaBuilder.FromSdl(
            """
            type Query { slow: Int fails: Int loads: Int leaves: Int items: [Int] brokenItems: [Int!] stream: [Int] }
            type Mutation { slow: Int }
            type Subscription { ticks: Int }
            """)
            .AddResolver("Query", "slow", async context => await context.Service<Held>().WorkAsync(context.RequestAborted))
            .AddResolver("Query", "fails", async _ => await Task.FromException<int>(new GraphQLException("no")))
            .AddResolver("Query", "loads", async context => await context.DataLoader<Slow>().LoadAsync(1))
            .AddResolver("Query", "leaves", context =>
            {
                _ = context.DataLoader<Slow>().LoadAsync(1);
                return ValueTask.FromResult<object?>(1);
            })
            .AddResolver("Query", "items", context => ValueTask.FromResult<object?>(new[] { context.Service<Held>().WorkAsync(context.RequestAborted) }))
            .AddResolver("Query", "brokenItems", context => ValueTask.FromResult<object?>(new object?[] { null, context.Service<Held>().WorkAsync(context.RequestAborted) }))
            .AddResolver("Query", "stream", context => ValueTask.FromResult<object?>(StreamAsync(context.Service<Held>(), context.RequestAborted)))
            .AddResolver("Mutation", "slow", async context => await context.Service<Held>().WorkAsync(context.RequestAborted))
            .AddResolver("Subscription", "ticks", async context => await context.Service<Held>().WorkAsync(context.RequestAborted))
            .AddSubscriber("Subscription", "ticks", _ => ValueTask.FromResult(TicksAsync(_stage))),
        new ExecutionOptions { Timeout = TimeSpan.FromSeconds(3) },
        services => services.AddSingleton<TimeProvider>(_clock).AddSingleton(_stage).AddScoped<Held>().AddLogging(logging => logging.AddProvider(new Lines(_log))));

    private static async IAsyncEnumerable<int> StreamAsync(Held held, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return await held.WorkAsync(ct);
    }

    private static async IAsyncEnumerable<object?> TicksAsync(Stage stage)
    {
        try
        {
            await Task.Yield();
            yield return 1;
        }
        finally
        {
            stage.IsSourceClosed = true;
        }
    }

    private sealed class Stage
    {
        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource MayEnd { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Disposed { get; set; }

        public bool WasUsedAfterwards { get; set; }

        public bool IsSourceClosed { get; set; }
    }

    /// <summary>What a scope holds, such as a database context.</summary>
    private sealed class Held(Stage stage) : IDisposable
    {
        private bool _isDisposed;

        /// <summary>Works until the stage lets it end, cancelled or not, and is still there then.</summary>
        public async Task<int> WorkAsync(CancellationToken ct)
        {
            await using var registration = ct.Register(() => stage.Cancelled.TrySetResult());
            stage.Entered.TrySetResult();
            await stage.MayEnd.Task;
            stage.WasUsedAfterwards |= _isDisposed;
            ct.ThrowIfCancellationRequested();
            return 1;
        }

        public void Dispose()
        {
            _isDisposed = true;
            stage.Disposed++;
        }
    }

    private sealed class Slow(IBatchScheduler scheduler, Held held) : BatchDataLoader<int, int>(scheduler)
    {
        protected override async Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken ct)
        {
            await held.WorkAsync(ct);
            return keys.ToDictionary(key => key);
        }
    }

    private sealed class Lines(List<string> written) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            written.Add($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
