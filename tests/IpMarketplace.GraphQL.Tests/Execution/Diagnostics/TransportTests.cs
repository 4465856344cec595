using System.Text;
using IpMarketplace.GraphQL.Execution.Diagnostics;
using IpMarketplace.GraphQL.Tests.Building.Bookshop;
using IpMarketplace.GraphQL.Tests.Http;
using IpMarketplace.GraphQL.Tests.WebSockets;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Tests.Execution.Diagnostics;

/// <summary>Whatever carries a request, its listeners see it: one span an operation, one an event.</summary>
public sealed class TransportTests : IAsyncLifetime, IDisposable
{
    private HostedSchema _server = null!;
    private Recorder _recorder = null!;

    public async Task InitializeAsync()
    {
        _server = await HostedSchema.StartAsync(
            services =>
            {
                services.AddSingleton<Stock>();
                BookshopSchema.AddTo(services);
            },
            http => http.MaxBatchSize = 2);
        _recorder = new Recorder(_server.Services.GetRequiredService<ExecutionInstruments>());
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _recorder.Dispose();

    [Fact]
    public async Task Each_request_of_a_list_is_a_span()
    {
        await PostAsync("""[{"query":"query A { count }"},{"query":"query B { count }"}]""", "application/json");

        Assert.Equal(["A", "B"], NamesOf("query").Order());
    }

    [Fact]
    public async Task A_query_by_GET_is_a_span()
    {
        await _server.Client.GetStringAsync("/graphql?query=query+A{count}");

        Assert.Equal(["A"], NamesOf("query"));
    }

    [Fact]
    public async Task A_stream_of_events_is_a_span_and_one_for_each_event()
    {
        await PostAsync("""{"query":"subscription A { ticked(from: 1) }"}""", "text/event-stream");

        Assert.Equal(["A"], NamesOf("subscription"));
        Assert.Equal(["A", "A"], NamesOf("GraphQL Subscription Event"));
    }

    [Fact]
    public async Task Operations_on_a_socket_are_spans_and_so_are_their_events()
    {
        var address = new UriBuilder(_server.Client.BaseAddress!) { Scheme = "ws" }.Uri;
        using var reader = await NewsReader.ConnectAsync(address, NewsReader.Subprotocol, origin: null);
        await reader.SendAsync("""{"type":"connection_init"}""");
        await reader.ReceiveAsync();
        await reader.SubscribeAsync("1", "subscription A { ticked(from: 1) }");
        await reader.ReceiveAsync();
        await reader.ReceiveAsync();
        Assert.Equal("""{"type":"complete","id":"1"}""", await reader.ReceiveAsync());
        await reader.SubscribeAsync("2", "query B { count }");
        await reader.ReceiveAsync();

        Assert.Equal(["A"], NamesOf("subscription"));
        Assert.Equal(["A", "A"], NamesOf("GraphQL Subscription Event"));
        Assert.Equal(["B"], NamesOf("query"));
    }

    private IEnumerable<object?> NamesOf(string span) => _recorder.Spans.Where(ended => ended.DisplayName == span).Select(ended => ended.GetTagItem("graphql.operation.name"));

    private async Task PostAsync(string body, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, string.Empty)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { { "Accept", accept } },
        };
        using var response = await _server.Client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsStringAsync();
    }
}
