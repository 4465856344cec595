using IpMarketplace.Testing;

namespace IpMarketplace.Api.Tests.Diagnostics;

public sealed class TelemetryTests
{
    private const string Document = "query WhatIsThere { patents(query: \"a literal\", first: 1) { totalCount } }";

    [Theory]
    [InlineData("Telemetry:OtlpEndpoint")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT")]
    public async Task Traces_and_measurements_reach_the_collector_before_the_server_is_gone(string setting)
    {
        await using var collector = await Collector.StartAsync();
        await using (var market = await TestMarketplace.StartAsync(settings: [$"--{setting}={collector.Address}", "--Telemetry:ServiceName=market-of-tests"]))
        {
            await market.QueryAsync(Document);
        }

        Assert.Equal(["/v1/metrics", "/v1/traces"], collector.Paths);
        Assert.True(collector.HasReceived("/v1/traces", "WhatIsThere"));
        Assert.True(collector.HasReceived("/v1/traces", "GraphQL Document Validation"));
        Assert.True(collector.HasReceived("/v1/traces", "POST /graphql"));
        Assert.True(collector.HasReceived("/v1/traces", "market-of-tests"));
        Assert.True(collector.HasReceived("/v1/metrics", "graphql.server.request.duration"));
        Assert.True(collector.HasReceived("/v1/metrics", "http.server.request.duration"));
        Assert.False(collector.HasReceived("/v1/traces", "a literal"));
        Assert.False(collector.HasReceived("/v1/traces", "totalCount"));
        Assert.False(collector.HasReceived("/v1/metrics", "WhatIsThere"));
    }

    [Fact]
    public async Task Documents_are_shown_without_their_literals_and_operations_by_name_where_it_is_asked_for()
    {
        await using var collector = await Collector.StartAsync();
        await using (var market = await TestMarketplace.StartAsync(
            settings: [$"--Telemetry:OtlpEndpoint={collector.Address}/", "--Telemetry:IncludeDocument=true", "--Telemetry:IncludeOperationName=true"]))
        {
            await market.QueryAsync(Document);
        }

        Assert.True(collector.HasReceived("/v1/traces", "query WhatIsThere { patents ( query : ? first : ? ) { totalCount } }"));
        Assert.True(collector.HasReceived("/v1/metrics", "WhatIsThere"));
    }

    [Fact]
    public async Task The_statements_of_a_request_are_spans_of_its_trace()
    {
        // Entity Framework looks for new listeners once a second; one that is there already keeps it speaking.
        using var heard = SqlStatements.Listen();
        await using var collector = await Collector.StartAsync();
        // Servers of other tests in this process pass their spans through the same queue, which drops what it cannot hold.
        for (var attempt = 0; attempt < 5 && !collector.HasReceived("/v1/traces", "Listings"); attempt++)
        {
            await using var market = await TestMarketplace.StartAsync(settings: [$"--Telemetry:OtlpEndpoint={collector.Address}"]);
            (await market.QueryAsync("{ listings { nodes { id } } }")).Succeeded();
        }

        Assert.True(collector.HasReceived("/v1/traces", "Listings"));
    }

    [Fact]
    public async Task A_ratio_of_nothing_sends_measurements_and_no_traces()
    {
        await using var collector = await Collector.StartAsync();
        await using (var market = await TestMarketplace.StartAsync(settings: [$"--Telemetry:OtlpEndpoint={collector.Address}", "--Telemetry:SamplingRatio=0"]))
        {
            await market.QueryAsync(Document);
        }

        Assert.Equal(["/v1/metrics"], collector.Paths);
    }
}
