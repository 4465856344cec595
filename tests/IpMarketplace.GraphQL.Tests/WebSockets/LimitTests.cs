using System.Net.WebSockets;

namespace IpMarketplace.GraphQL.Tests.WebSockets;

/// <summary>Times and numbers that a socket must keep to.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task Who_does_not_initialise_in_time_is_closed()
    {
        await using var server = await NewsServer.StartAsync();
        using var silent = await server.ConnectAsync();
        await server.Clock.WhenSetAsync(TimeSpan.FromSeconds(10));

        server.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("4408 Connection initialisation timeout", await silent.ReceiveAsync());
    }

    [Fact]
    public async Task Who_is_silent_is_pinged_and_who_answers_stays()
    {
        await using var server = await NewsServer.StartAsync();
        using var reader = await server.EnterAsync();

        for (var i = 0; i < 3; i++)
        {
            server.Clock.Advance(TimeSpan.FromSeconds(30));
            Assert.Equal("""{"type":"ping"}""", await reader.ReceiveAsync());
            await reader.SendAsync("""{"type":"pong"}""");
            await reader.SendAsync("""{"type":"ping"}""");
            Assert.Equal("""{"type":"pong"}""", await reader.ReceiveAsync());
            server.Clock.Advance(TimeSpan.FromSeconds(20));
        }
    }

    [Fact]
    public async Task Who_does_not_answer_a_ping_is_gone()
    {
        await using var server = await NewsServer.StartAsync();
        using var reader = await server.EnterAsync();
        await reader.SubscribeAsync("1", """subscription { news(topic: "a") }""");
        await server.News.WhenListenersAsync(1);

        server.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("""{"type":"ping"}""", await reader.ReceiveAsync());
        server.Clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal("4504 The client does not answer.", await reader.ReceiveAsync());
        await server.News.WhenListenersAsync(0);
    }

    [Fact]
    public async Task The_socket_closes_when_the_token_expires()
    {
        await using var server = await NewsServer.StartAsync(options => options.KeepAliveInterval = TimeSpan.FromDays(1));
        using var ann = await server.EnterAsync("ann");
        await ann.SubscribeAsync("1", """subscription { news(topic: "a") }""");
        await server.News.WhenListenersAsync(1);

        server.Clock.Advance(TimeSpan.FromMinutes(59.9));
        await server.Events.SendAsync("a", "in time");
        Assert.Equal("""{"type":"next","id":"1","payload":{"data":{"news":"in time"}}}""", await ann.ReceiveAsync());
        server.Clock.Advance(TimeSpan.FromMinutes(0.1));

        Assert.Equal("4403 The access token has expired.", await ann.ReceiveAsync());
        await server.News.WhenListenersAsync(0);
    }

    [Fact]
    public async Task A_socket_runs_so_many_operations_at_a_time_and_says_when_it_is_one_too_many()
    {
        await using var server = await NewsServer.StartAsync(options => options.MaxOperationsPerSocket = 2);
        using var reader = await server.EnterAsync();
        await reader.SubscribeAsync("1", "{ later }");
        await reader.SubscribeAsync("2", "{ later }");

        await reader.SubscribeAsync("3", "{ hello }");

        Assert.Equal(
            """{"type":"error","id":"3","payload":[{"message":"At most 2 operations run on a socket at a time.","extensions":{"code":"OPERATION_LIMIT_EXCEEDED"}}]}""",
            await reader.ReceiveAsync());
        server.News.Gate.SetResult();
        for (var i = 0; i < 4; i++)
        {
            Assert.Matches("\"(next|complete)\",\"id\":\"[12]\"", await reader.ReceiveAsync());
        }
    }

    [Fact]
    public async Task An_address_has_so_many_sockets_of_visitors_and_a_closed_one_counts_no_more()
    {
        await using var server = await NewsServer.StartAsync(options => options.MaxSocketsPerClient = 2);
        using var first = await server.EnterAsync();
        using var second = await server.EnterAsync();

        Assert.Equal(
            """429 {"errors":[{"message":"An address has at most 2 sockets of visitors open.","extensions":{"code":"SOCKET_LIMIT_EXCEEDED","limit":2}}]}""",
            await HandshakeAsync(server.Address, ("Sec-WebSocket-Key", Convert.ToBase64String(new byte[16])), ("Sec-WebSocket-Version", "13")));

        await first.SubscribeAsync("1", """subscription { news(topic: "a") }""");
        await server.News.WhenListenersAsync(1);
        await first.CloseAsync();
        await server.News.WhenListenersAsync(0);
        using var third = await EventuallyAsync(server);
    }

    [Fact]
    public async Task A_user_has_so_many_sockets_and_those_who_signed_in_do_not_count_for_the_address()
    {
        await using var server = await NewsServer.StartAsync(options => options.MaxSocketsPerClient = 2);
        using var first = await server.EnterAsync("ann");
        using var second = await server.EnterAsync("ann");
        using var other = await server.EnterAsync("bob");
        using var third = await server.ConnectAsync();

        await third.SendAsync("""{"type":"connection_init","payload":{"user":"ann"}}""");

        Assert.Equal("4430 A user has at most 2 sockets.", await third.ReceiveAsync());
    }

    [Fact]
    public async Task Half_a_handshake_is_told_what_it_lacks()
    {
        await using var server = await NewsServer.StartAsync();

        Assert.Equal(
            """400 {"errors":[{"message":"The handshake of a WebSocket (RFC 6455) lacks its key or its version.","extensions":{"code":"BAD_REQUEST"}}]}""",
            await HandshakeAsync(server.Address));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("https://market.example", true)]
    [InlineData("HTTPS://MARKET.EXAMPLE", true)]
    [InlineData("same", true)]
    [InlineData("https://evil.example", false)]
    [InlineData("https://market.example.evil.example", false)]
    [InlineData("null", false)]
    public async Task A_page_of_another_site_may_open_a_socket_only_when_its_origin_is_allowed(string? origin, bool isAllowed)
    {
        await using var server = await NewsServer.StartAsync(options => options.AllowedOrigins = ["https://market.example"]);
        var from = origin == "same" ? $"http://{server.Address.Authority}" : origin;

        var refused = await Record.ExceptionAsync(async () => (await server.ConnectAsync(origin: from)).Dispose());

        Assert.Equal(isAllowed, refused is null);
        Assert.True(isAllowed || refused!.Message.Contains("403", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_the_server_stops_it_says_so()
    {
        await using var server = await NewsServer.StartAsync();
        using var reader = await server.EnterAsync();
        await reader.SubscribeAsync("1", """subscription { news(topic: "a") }""");
        await server.News.WhenListenersAsync(1);

        var stopping = server.StopAsync();

        Assert.Equal("1001 The server stops.", await reader.ReceiveAsync());
        await stopping;
        await server.News.WhenListenersAsync(0);
    }

    // The place is free a moment after the client has seen the end.
    private static async Task<string> HandshakeAsync(Uri address, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder(address) { Scheme = "http" }.Uri);
        foreach (var (name, value) in headers.Append(("Connection", "Upgrade")).Append(("Upgrade", "websocket")))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        using var response = await client.SendAsync(request);
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }

    private static async Task<NewsReader> EventuallyAsync(NewsServer server)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                return await server.ConnectAsync();
            }
            catch (WebSocketException) when (!patience.IsCancellationRequested)
            {
                await Task.Yield();
            }
        }
    }
}
