using IpMarketplace.GraphQL.DataLoading;
using IpMarketplace.GraphQL.Execution.Diagnostics;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.Tests.Building.Bookshop;
using IpMarketplace.GraphQL.TypeSystem.Sdl;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Tests.Execution.Diagnostics;

public sealed class MeasurementTests : IDisposable
{
    private readonly Shop _shop = new();
    private readonly Recorder _recorder;

    public MeasurementTests() => _recorder = new Recorder(_shop.Service<ExecutionInstruments>(), spans: false);

    [Fact]
    public async Task A_request_is_counted_while_it_runs_and_measured_when_it_ends()
    {
        await _shop.AskAsync("{ products { title } }");

        Assert.Equal(["1 graphql.operation.type=query", "-1 graphql.operation.type=query"], _recorder.MeasurementsOf("graphql.server.request.active"));
        Assert.Equal(["graphql.operation.type=query"], _recorder.MeasurementsOf("graphql.server.request.duration"));
        Assert.Equal(["0 graphql.operation.type=query"], _recorder.MeasurementsOf("graphql.server.response.error_count"));
        Assert.Equal(
            ["parse", "validate", "plan", "variable_coercion", "execute"],
            _recorder.MeasurementsOf("graphql.server.processing.duration").Select(tags => tags["graphql.processing.type=".Length..]));
        Assert.Empty(_recorder.MeasurementsOf("graphql.server.errors"));
    }

    [Fact]
    public async Task Errors_are_counted_by_code()
    {
        await _shop.AskAsync("""{ a: author(id: "x") { name } b: author(id: "y") { name } }""");
        await _shop.AskAsync("{ oops");

        Assert.Equal(["1 error.type=INVALID_ID", "1 error.type=INVALID_ID", "1 error.type=SYNTAX_ERROR"], _recorder.MeasurementsOf("graphql.server.errors"));
        Assert.Equal(["graphql.operation.type=query error.type=INVALID_ID", "error.type=SYNTAX_ERROR"], _recorder.MeasurementsOf("graphql.server.request.duration"));
        Assert.Equal(["2 graphql.operation.type=query", "1"], _recorder.MeasurementsOf("graphql.server.response.error_count"));
    }

    [Fact]
    public async Task Lookups_of_documents_tell_hits_from_misses_and_from_known_mistakes()
    {
        foreach (var document in new[] { "{ products { title } }", "{ products { title } }", "{ oops", "{ oops" })
        {
            await _shop.AskAsync(document);
        }

        Assert.Equal(["miss", "hit", "miss", "known_invalid"], _recorder.MeasurementsOf("graphql.server.document.lookups").Select(tags => tags["1 graphql.document.lookup.result=".Length..]));
    }

    [Fact]
    public async Task A_subscription_is_active_until_it_is_closed_and_each_event_is_counted()
    {
        var stream = (ResponseStream)await _shop.ExecuteAsync("subscription { ticked(from: 4) }");
        await foreach (var response in stream.ReadResultsAsync())
        {
            await response.DisposeAsync();
        }
        Assert.Equal(["1", "1"], _recorder.MeasurementsOf("graphql.server.subscription.event_count"));
        Assert.Equal(2, _recorder.MeasurementsOf("graphql.server.subscription.event.duration").Count());
        Assert.Equal(["1 graphql.operation.type=subscription"], _recorder.MeasurementsOf("graphql.server.request.active"));
        Assert.Empty(_recorder.MeasurementsOf("graphql.server.request.duration"));

        await stream.DisposeAsync();
        Assert.Equal("-1 graphql.operation.type=subscription", _recorder.MeasurementsOf("graphql.server.request.active").Last());
        Assert.Equal(["graphql.operation.type=subscription"], _recorder.MeasurementsOf("graphql.server.request.duration"));
    }

    [Fact]
    public async Task An_operation_that_runs_out_of_time_ends_as_an_error()
    {
        var clock = new ManualClock();
        var never = new TaskCompletionSource<int>();
        await using var engine = TestEngine.Of(
            SchemaBuilder.FromSdl("type Query { never: Int }").AddResolver("Query", "never", async context => await never.Task.WaitAsync(context.RequestAborted)), configure: services => services.AddSingleton<TimeProvider>(clock));
        using var recorder = new Recorder(engine.Services.GetRequiredService<ExecutionInstruments>());
        var asking = engine.AskAsync("{ never }");
        Assert.Equal(["1 graphql.operation.type=query"], recorder.MeasurementsOf("graphql.server.request.active"));

        clock.FireAll();
        await asking;

        Assert.Equal(["graphql.operation.type=query error.type=OPERATION_TIMEOUT"], recorder.MeasurementsOf("graphql.server.request.duration"));
        Assert.Equal("OPERATION_TIMEOUT", recorder.Span("query").GetTagItem("error.type"));
        Assert.Equal(2, recorder.MeasurementsOf("graphql.server.request.active").Count());
    }

    [Fact]
    public async Task A_batch_of_a_data_loader_is_a_span_below_the_request_with_its_size()
    {
        await using var engine = TestEngine.Of(SchemaBuilder.FromSdl("type Query { double(of: Int!): Int }")
            .AddResolver("Query", "double", async context => await context.DataLoader<Doubles>().LoadAsync(context.ArgumentValue<int>("of"))));
        using var recorder = new Recorder(engine.Services.GetRequiredService<ExecutionInstruments>());

        Assert.Equal("""{"data":{"a":2,"b":4,"c":4}}""", await engine.AskAsync("{ a: double(of: 1) b: double(of: 2) c: double(of: 2) }"));

        Assert.Equal(["2 graphql.dataloader.name=Doubles"], recorder.MeasurementsOf("graphql.server.dataloader.batch.size"));
        var batch = recorder.Span("GraphQL DataLoader Batch Doubles");
        Assert.Equal(2, batch.GetTagItem("graphql.dataloader.batch.size"));
        Assert.Equal(recorder.Span("GraphQL Operation Execution").SpanId, batch.ParentSpanId);
    }

    [Fact]
    public async Task A_batch_that_another_thread_starts_is_still_below_the_request_that_asked_for_it()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var engine = TestEngine.Of(SchemaBuilder.FromSdl("type Query { late: Int }").AddResolver("Query", "late", async context =>
        {
            var doubles = context.DataLoader<Doubles>();
            await gate.Task;
            return await doubles.LoadAsync(4);
        }));
        using var recorder = new Recorder(engine.Services.GetRequiredService<ExecutionInstruments>());
        var asking = engine.AskAsync("{ late }");
        gate.SetResult();

        Assert.Equal("""{"data":{"late":8}}""", await asking);
        Assert.Equal(recorder.Span("GraphQL Operation Execution").SpanId, recorder.Span("GraphQL DataLoader Batch Doubles").ParentSpanId);
    }

    public void Dispose() => _recorder.Dispose();

    private sealed class Doubles(IBatchScheduler scheduler) : BatchDataLoader<int, int>(scheduler)
    {
        protected override async Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken ct)
        {
            await Task.Yield();
            return keys.ToDictionary(key => key, key => key * 2);
        }
    }
}
