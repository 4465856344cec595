using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace IpMarketplace.GraphQL.Tests.WebSockets;

/// <summary>graphql-transport-ws, rule by rule.</summary>
public sealed class ProtocolTests
{
    private const string Init = """{"type":"connection_init"}""";

    [Fact]
    public async Task A_client_that_offers_the_subprotocol_gets_it()
    {
        await using var server = await NewsServer.StartAsync();
        using var reader = await server.ConnectAsync();

        Assert.Equal(NewsReader.Subprotocol, reader.AcceptedSubprotocol);
    }

    [Fact]
    public async Task Without_the_subprotocol_the_socket_is_closed()
    {
        await using var server = await NewsServer.StartAsync();
        using var reader = await server.ConnectAsync(subprotocol: null);

        Assert.Equal("4406 Subprotocol not acceptable", await reader.ReceiveAsync());
    }

    [Fact]
    public async Task A_socket_may_be_a_stream_of_HTTP_2()
    {
        await using var server = await NewsServer.StartAsync(protocols: HttpProtocols.Http2);
        using var reader = await server.ConnectOverHttp2Async();

        await reader.SendAsync(Init);
        Assert.Equal("""{"type":"connection_ack"}""", await reader.ReceiveAsync());
        await reader.SendAsync(Init);
        Assert.Equal("4429 Too many initialisation requests", await reader.ReceiveAsync());
    }

    [Fact]
    public async Task A_connection_is_acknowledged_with_what_the_host_says()
    {
        await using var server = await NewsServer.StartAsync();
        using var visitor = await server.ConnectAsync();
        using var user = await server.ConnectAsync();

        await visitor.SendAsync(Init);
        await user.SendAsync("""{"payload":{"user":"ann"},"type":"connection_init"}""");

        Assert.Equal("""{"type":"connection_ack"}""", await visitor.ReceiveAsync());
        Assert.Equal("""{"type":"connection_ack","payload":{"welcome":"ann"}}""", await user.ReceiveAsync());
    }

    [Fact]
    public async Task A_second_initialisation_closes()
    {
        await using var server = await NewsServer.StartAsync();
        using var reader = await server.EnterAsync();

        await reader.SendAsync(Init);

        Assert.Equal("4429 Too many initialisation requests", await reader.ReceiveAsync());
    }

    [Theory]
    [InlineData("stranger", "4403 No strangers.")]
    [InlineData("breaker", "4500 Internal server error")]
    public async Task The_host_may_refuse_and_may_fail(string user, string closing)
    {
        await using var server = await NewsServer.StartAsync();
        using var reader = await server.ConnectAsync();

        await reader.SendAsync($$$"""{"type":"connection_init","payload":{"user":"{{{user}}}"}}""");

        Assert.Equal(closing, await reader.ReceiveAsync());
    }

    [Fact]
    public async Task A_fault_while_an_operation_is_prepared_closes()
    {
        await using var server = await NewsServer.StartAsync();
        using var reader = await server.EnterAsync();

        await reader.SubscribeAsync("broken", "{ hello }");

        Assert.Equal("4500 Internal server error", await reader.ReceiveAsync());
    }

    [Fact]
    public async Task Who_subscribes_before_the_acknowledgement_is_unauthorized()
    {
        await using var server = await NewsServer.StartAsync();
        using var reader = await server.ConnectAsync();

        await reader.SubscribeAsync("1", "{ hello }");

        Assert.Equal("4401 Unauthorized", await reader.ReceiveAsync());
    }

    [Theory]
    [InlineData("", "The message is not valid JSON.")]
    [InlineData("{", "The message is not valid JSON.")]
    [InlineData("""{"type":"ping"} x""", "The message is not valid JSON.")]
    [InlineData("""{"type":"complete","id":"\ud800"}""", "The message is not valid JSON.")]
    [InlineData("[]", "A message is a JSON object.")]
    [InlineData("{}", "The message has no \"type\".")]
    [InlineData("""{"type":1}""", "\"type\" must be a string.")]
    [InlineData("""{"type":"next"}""", "A client sends no message of type \"next\".")]
    [InlineData("""{"type":"subscribe","payload":{"query":"{ hello }"}}""", "The message has no \"id\", or an empty one.")]
    [InlineData("""{"type":"subscribe","id":"","payload":{"query":"{ hello }"}}""", "The message has no \"id\", or an empty one.")]
    [InlineData("""{"type":"subscribe","id":1,"payload":{"query":"{ hello }"}}""", "\"id\" must be a string.")]
    [InlineData("""{"type":"subscribe","id":"1"}""", "The message has no \"payload\".")]
    [InlineData("""{"type":"subscribe","id":"1","payload":[]}""", "\"payload\" must be an object.")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":1}}""", "\"query\" must be a string.")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ hello }","variables":1}}""", "\"variables\" must be an object or null.")]
    [InlineData("""{"type":"complete"}""", "The message has no \"id\", or an empty one.")]
    [InlineData("""{"type":"ping","payload":1}""", "\"payload\" must be an object.")]
    public async Task A_message_that_is_none_closes_and_says_why(string message, string reason)
    {
        await using var server = await NewsServer.StartAsync();
        using var reader = await server.EnterAsync();

        await reader.SendAsync(message);

        Assert.Equal($"4400 {reason}", await reader.ReceiveAsync());
    }

    [Fact]
    public async Task A_reason_is_cut_to_what_a_closing_frame_carries()
    {
        await using var server = await NewsServer.StartAsync();
        using var reader = await server.EnterAsync();

        await reader.SendAsync($$"""{"type":"{{new string('专', 100)}}"}""");

        var closing = await reader.ReceiveAsync();
        Assert.StartsWith("4400 A client sends no message of type \"专专", closing, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(closing["4400 ".Length..]), 120, 123);
    }

    [Fact]
    public async Task A_binary_message_closes()
    {
        await using var server = await NewsServer.StartAsync();
        using var reader = await server.EnterAsync();

        await reader.SendAsync(Encoding.UTF8.GetBytes("""{"type":"ping"}"""), WebSocketMessageType.Binary);

        Assert.Equal("1003 Messages are text.", await reader.ReceiveAsync());
    }

    [Theory]
    [InlineData(100, """{"type":"pong"}""")]
    [InlineData(101, "1009 A message has at most 100 bytes.")]
    [InlineData(9_000, "1009 A message has at most 100 bytes.")]
    public async Task A_message_has_a_largest_size(int size, string answer)
    {
        await using var server = await NewsServer.StartAsync(options => options.MaxMessageSize = 100);
        using var reader = await server.EnterAsync();

        await reader.SendAsync("""{"type":"ping"}""".PadRight(size));

        Assert.Equal(answer, await reader.ReceiveAsync());
    }

    [Fact]
    public async Task A_message_may_come_in_fragments_larger_than_any_buffer()
    {
        await using var server = await NewsServer.StartAsync();
        using var reader = await server.EnterAsync();
        var name = new string('x', 20_000);
        var message = Encoding.UTF8.GetBytes($$$$"""{"type":"subscribe","id":"1","payload":{"query":"query($n: String!) { hello(name: $n) }","variables":{"n":"{{{{name}}}}"}}}""");

        foreach (var part in message.Chunk(1_000))
        {
            await reader.SendAsync(part, isLast: false);
        }
        await reader.SendAsync(ReadOnlyMemory<byte>.Empty);

        Assert.Equal($$$$"""{"type":"next","id":"1","payload":{"data":{"hello":"hello {{{{name}}}}"}}}""", await reader.ReceiveAsync());
    }

    [Fact]
    public async Task A_ping_is_answered_also_before_the_acknowledgement_with_its_payload()
    {
        await using var server = await NewsServer.StartAsync();
        using var reader = await server.ConnectAsync();

        await reader.SendAsync("""{"type":"ping"}""");
        await reader.SendAsync("""{"type":"ping","payload":{"n":1}}""");
        await reader.SendAsync("""{"type":"pong"}""");

        Assert.Equal("""{"type":"pong"}""", await reader.ReceiveAsync());
        Assert.Equal("""{"type":"pong","payload":{"n":1}}""", await reader.ReceiveAsync());
    }
}
