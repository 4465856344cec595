using System.Diagnostics;
using System.Text.Json;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Execution.Diagnostics;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.Tests.Building.Bookshop;

namespace IpMarketplace.GraphQL.Tests.Execution.Diagnostics;

public sealed class SpanTests : IDisposable
{
    private readonly Shop _shop = new();
    private readonly Recorder _recorder;

    public SpanTests() => _recorder = new Recorder(_shop.Service<ExecutionInstruments>());

    [Fact]
    public async Task A_request_is_one_span_named_by_its_type_and_its_phases_lie_below_it()
    {
        await _shop.AskAsync("query Shelf($first: Int) { books(first: $first) { nodes { title } } }", """{"first":1}""");

        var request = _recorder.Span("query");
        Assert.Equal(ActivityKind.Server, request.Kind);
        Assert.Equal("query", request.GetTagItem("graphql.operation.type"));
        Assert.Equal("Shelf", request.GetTagItem("graphql.operation.name"));
        Assert.Equal(64, ((string)request.GetTagItem("graphql.document.hash")!).Length);
        Assert.Null(request.GetTagItem("graphql.document"));
        Assert.Null(request.GetTagItem("error.type"));
        Assert.Equal(ActivityStatusCode.Unset, request.Status);
        var phases = _recorder.Spans.Where(span => span != request).ToList();
        Assert.Equal(
            ["GraphQL Document Parsing", "GraphQL Document Validation", "GraphQL Operation Planning", "GraphQL Variable Coercion", "GraphQL Operation Execution"],
            phases.Select(span => span.DisplayName));
        Assert.All(phases, phase => Assert.Equal(request.SpanId, phase.ParentSpanId));
        Assert.Equal(["parse", "validate", "plan", "variable_coercion", "execute"], phases.Select(span => span.GetTagItem("graphql.processing.type")));
    }

    [Fact]
    public async Task A_known_document_is_neither_parsed_nor_validated_nor_planned_again()
    {
        await _shop.AskAsync("{ products { title } }");
        var before = _recorder.Spans.Count;
        await _shop.AskAsync("{ products { title } }");

        Assert.Equal(["GraphQL Variable Coercion", "GraphQL Operation Execution", "query"], _recorder.Spans.Skip(before).Select(span => span.DisplayName));
    }

    [Fact]
    public async Task The_span_is_a_child_of_the_callers_and_is_not_left_current()
    {
        using var caller = new Activity("caller").Start();
        await _shop.AskAsync("{ products { title } }");

        Assert.Equal(caller.SpanId, _recorder.Span("query").ParentSpanId);
        Assert.Same(caller, Activity.Current);
    }

    [Theory]
    [InlineData("{ products { titl", "GraphQL Operation", "GraphQL Document Parsing", "SYNTAX_ERROR")]
    [InlineData("{ producs }", "GraphQL Operation", "GraphQL Document Validation", "VALIDATION_FAILED")]
    [InlineData("query($id: ID!) { author(id: $id) { name } }", "query", "GraphQL Variable Coercion", "INVALID_VARIABLE")]
    public async Task What_is_refused_is_seen_with_the_phase_that_refused_it(string document, string span, string phase, string code)
    {
        await _shop.AskAsync(document);

        Assert.Equal(code, _recorder.Span(span).GetTagItem("error.type"));
        Assert.Equal(ActivityStatusCode.Error, _recorder.Span(span).Status);
        Assert.Equal(code, _recorder.Span(phase).GetTagItem("error.type"));
        Assert.DoesNotContain(_recorder.Spans, ended => ended.DisplayName == "GraphQL Operation Execution");
    }

    [Fact]
    public async Task Errors_are_events_with_code_and_path_and_without_their_message()
    {
        await _shop.AskAsync("""{ a: author(id: "nonsense") { name } }""");

        var error = Assert.Single(_recorder.Span("query").Events);
        Assert.Equal("graphql.error", error.Name);
        Assert.Equal([new("graphql.error.code", "INVALID_ID"), new("graphql.error.path", "/a")], error.Tags);
        Assert.DoesNotContain(_recorder.Spans.SelectMany(span => span.TagObjects), tag => tag.Value is string text && text.Contains("nonsense", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_event_of_a_subscription_is_a_trace_of_its_own_linked_to_the_one_that_subscribed()
    {
        using var connection = new Activity("connection").Start();
        await using var stream = (ResponseStream)await _shop.ExecuteAsync("subscription Clock { ticked(from: 4) }");
        var subscribed = _recorder.Span("subscription");
        Assert.Equal(connection.SpanId, subscribed.ParentSpanId);
        await foreach (var response in stream.ReadResultsAsync())
        {
            await response.DisposeAsync();
        }

        var events = _recorder.Spans.Where(span => span.DisplayName == "GraphQL Subscription Event").ToList();
        Assert.Equal(2, events.Count);
        Assert.All(events, span =>
        {
            Assert.Equal(default, span.ParentSpanId);
            Assert.Equal(subscribed.TraceId, Assert.Single(span.Links).Context.TraceId);
            Assert.NotEqual(subscribed.TraceId, span.TraceId);
            Assert.Equal("Clock", span.GetTagItem("graphql.operation.name"));
        });
        Assert.Same(connection, Activity.Current);
    }

    [Fact]
    public async Task A_document_that_is_named_is_shown_by_its_name_and_its_hash_and_one_that_is_not_found_by_neither()
    {
        var shop = new Shop(builder => builder.ModifyRequestOptions(options => options.PersistedOperations.AutomaticPersistedOperations = true));
        using var recorder = new Recorder(shop.Service<ExecutionInstruments>());
        var document = "{ products { title } }"u8.ToArray();
        var hash = DocumentHash.Of(document);

        await shop.ExecuteAsync(new OperationRequest { DocumentId = $"sha256:{hash}" });
        await shop.ExecuteAsync(new OperationRequest
        {
            Document = document,
            Extensions = JsonDocument.Parse($$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{hash}}}"}}""").RootElement,
        });
        await shop.ExecuteAsync(new OperationRequest { DocumentId = $"sha256:{hash}" });

        Assert.Equal(
            [(null, null), (null, hash), ($"sha256:{hash}", hash)],
            recorder.Spans.Where(span => span.Kind == ActivityKind.Server).Select(span => ((string?)span.GetTagItem("graphql.document.id"), (string?)span.GetTagItem("graphql.document.hash"))));
    }

    [Fact]
    public async Task The_name_and_the_sanitized_document_are_shown_where_they_are_asked_for()
    {
        var shop = new Shop(builder => builder.AddInstrumentation(options => (options.IncludeDocument, options.IncludeOperationName) = (true, true)));
        using var recorder = new Recorder(shop.Service<ExecutionInstruments>());

        await shop.AskAsync("query Find { search(text: \"Lu Xun\") { __typename } } # who else\n");

        Assert.Equal("query Find { search ( text : ? ) { __typename } }", recorder.Span("query Find").GetTagItem("graphql.document"));
        Assert.Contains("graphql.server.request.duration graphql.operation.type=query graphql.operation.name=Find", recorder.Measurements);
    }

    public void Dispose() => _recorder.Dispose();
}
