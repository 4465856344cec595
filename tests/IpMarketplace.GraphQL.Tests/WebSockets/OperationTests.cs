namespace IpMarketplace.GraphQL.Tests.WebSockets;

/// <summary>Operations on a socket: their messages, their ids, their ends.</summary>
public sealed class OperationTests
{
    [Fact]
    public async Task A_query_is_answered_and_completed()
    {
        await using var server = await NewsServer.StartAsync();
        using var reader = await server.EnterAsync();

        await reader.SubscribeAsync("q \\\"1\\\"", "{ hello }");

        Assert.Equal("""{"type":"next","id":"q \"1\"","payload":{"data":{"hello":"hello world"}}}""", await reader.ReceiveAsync());
        Assert.Equal("""{"type":"complete","id":"q \"1\""}""", await reader.ReceiveAsync());
    }

    [Fact]
    public async Task A_mutation_is_run_and_those_who_listen_hear_of_it_until_they_complete()
    {
        await using var server = await NewsServer.StartAsync();
        using var listener = await server.EnterAsync();
        using var teller = await server.EnterAsync();
        await listener.SubscribeAsync("1", """subscription { news(topic: "a") }""");
        await server.News.WhenListenersAsync(1);

        await teller.SubscribeAsync("m", """mutation { tell(topic: "a", text: "first") }""");

        Assert.Equal("""{"type":"next","id":"m","payload":{"data":{"tell":5}}}""", await teller.ReceiveAsync());
        Assert.Equal("""{"type":"next","id":"1","payload":{"data":{"news":"first"}}}""", await listener.ReceiveAsync());
        await listener.SendAsync("""{"type":"complete","id":"1"}""");
        await server.News.WhenListenersAsync(0);
        await server.Events.SendAsync("a", "unheard");
        await listener.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await listener.ReceiveAsync());
    }

    [Fact]
    public async Task The_end_of_the_source_completes_the_operation()
    {
        await using var server = await NewsServer.StartAsync();
        using var reader = await server.EnterAsync();
        await reader.SubscribeAsync("1", """subscription { news(topic: "a") }""");
        await server.News.WhenListenersAsync(1);

        await server.Events.SendAsync("a", "last");
        await server.Events.CompleteAsync("a");

        Assert.Equal("""{"type":"next","id":"1","payload":{"data":{"news":"last"}}}""", await reader.ReceiveAsync());
        Assert.Equal("""{"type":"complete","id":"1"}""", await reader.ReceiveAsync());
    }

    [Fact]
    public async Task What_is_not_executed_is_an_error_and_nothing_after_it()
    {
        await using var server = await NewsServer.StartAsync();
        using var reader = await server.EnterAsync();

        await reader.SubscribeAsync("1", "{ goodbye }");
        Assert.StartsWith("""{"type":"error","id":"1","payload":[{"message":"Cannot query field""", await reader.ReceiveAsync(), StringComparison.Ordinal);
        await reader.SubscribeAsync("1", "{ hello }");
        Assert.StartsWith("""{"type":"next","id":"1",""", await reader.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_fails_is_part_of_the_answer()
    {
        await using var server = await NewsServer.StartAsync();
        using var reader = await server.EnterAsync();

        await reader.SubscribeAsync("1", "{ fails }");

        Assert.Equal(
            """{"type":"next","id":"1","payload":{"errors":[{"message":"It fails.","locations":[{"line":1,"column":3}],"path":["fails"]}],"data":{"fails":null}}}""",
            await reader.ReceiveAsync());
        Assert.Equal("""{"type":"complete","id":"1"}""", await reader.ReceiveAsync());
    }

    [Fact]
    public async Task A_source_that_breaks_ends_in_an_error()
    {
        await using var server = await NewsServer.StartAsync();
        using var reader = await server.EnterAsync();

        await reader.SubscribeAsync("1", "subscription { breaks }");

        Assert.Equal("""{"type":"next","id":"1","payload":{"data":{"breaks":"one"}}}""", await reader.ReceiveAsync());
        Assert.Equal("""{"type":"error","id":"1","payload":[{"message":"The source broke."}]}""", await reader.ReceiveAsync());
        await reader.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await reader.ReceiveAsync());
    }

    [Fact]
    public async Task Operations_run_side_by_side_and_the_fast_one_is_answered_first()
    {
        await using var server = await NewsServer.StartAsync();
        using var reader = await server.EnterAsync();

        await reader.SubscribeAsync("slow", "{ later }");
        await reader.SubscribeAsync("fast", "{ hello }");
        Assert.StartsWith("""{"type":"next","id":"fast",""", await reader.ReceiveAsync(), StringComparison.Ordinal);
        Assert.Equal("""{"type":"complete","id":"fast"}""", await reader.ReceiveAsync());
        server.News.Gate.SetResult();

        Assert.Equal("""{"type":"next","id":"slow","payload":{"data":{"later":"later"}}}""", await reader.ReceiveAsync());
    }

    [Fact]
    public async Task An_id_in_use_closes_the_socket()
    {
        await using var server = await NewsServer.StartAsync();
        using var reader = await server.EnterAsync();

        await reader.SubscribeAsync("one", "{ later }");
        await reader.SubscribeAsync("one", "{ hello }");

        Assert.Equal("4409 Subscriber for one already exists", await reader.ReceiveAsync());
    }

    [Fact]
    public async Task An_id_is_free_again_when_its_client_has_completed_it()
    {
        await using var server = await NewsServer.StartAsync();
        using var reader = await server.EnterAsync();

        await reader.SubscribeAsync("1", "{ later }");
        await reader.SendAsync("""{"type":"complete","id":"1"}""");
        await reader.SubscribeAsync("1", "{ hello }");

        Assert.Equal("""{"type":"next","id":"1","payload":{"data":{"hello":"hello world"}}}""", await reader.ReceiveAsync());
        Assert.Equal("""{"type":"complete","id":"1"}""", await reader.ReceiveAsync());
    }

    [Fact]
    public async Task An_id_used_over_and_over_while_events_come_leaves_nothing_behind()
    {
        await using var server = await NewsServer.StartAsync();
        using var reader = await server.EnterAsync();
        using var enough = new CancellationTokenSource();
        var telling = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                await server.Events.SendAsync("a", "news");
            }
        });

        for (var i = 0; i < 200; i++)
        {
            await reader.SubscribeAsync("1", """subscription { news(topic: "a") }""");
            Assert.Equal("""{"type":"next","id":"1","payload":{"data":{"news":"news"}}}""", await reader.ReceiveAsync());
            await reader.SendAsync("""{"type":"complete","id":"1"}""");
            await reader.SendAsync("""{"type":"ping"}""");
            while (await reader.ReceiveAsync() is var message && message != """{"type":"pong"}""")
            {
                Assert.StartsWith("""{"type":"next",""", message, StringComparison.Ordinal);
            }
        }
        await server.News.WhenListenersAsync(0);
        await enough.CancelAsync();
        await telling;
    }

    [Fact]
    public async Task To_complete_what_is_over_or_never_was_does_nothing()
    {
        await using var server = await NewsServer.StartAsync();
        using var reader = await server.EnterAsync();

        await reader.SendAsync("""{"type":"complete","id":"never"}""");
        await reader.SendAsync("""{"type":"ping"}""");

        Assert.Equal("""{"type":"pong"}""", await reader.ReceiveAsync());
    }

    [Fact]
    public async Task The_services_of_an_operation_and_of_each_event_serve_the_user_of_the_socket()
    {
        await using var server = await NewsServer.StartAsync();
        using var ann = await server.EnterAsync("ann");
        using var visitor = await server.EnterAsync();
        await ann.SubscribeAsync("1", """subscription { served(topic: "a") }""");
        await visitor.SubscribeAsync("1", """subscription { served(topic: "a") }""");
        await server.News.WhenListenersAsync(2);

        await server.Events.SendAsync("a", "news");
        Assert.Equal("""{"type":"next","id":"1","payload":{"data":{"served":"news for ann"}}}""", await ann.ReceiveAsync());
        Assert.Equal("""{"type":"next","id":"1","payload":{"data":{"served":"news for a visitor"}}}""", await visitor.ReceiveAsync());

        await ann.SubscribeAsync("2", "{ served user }");
        Assert.Equal("""{"type":"next","id":"2","payload":{"data":{"served":"ann","user":"ann"}}}""", await ann.ReceiveAsync());
    }

    [Fact]
    public async Task Authorization_is_asked_for_the_user_of_the_socket()
    {
        await using var server = await NewsServer.StartAsync();
        using var ann = await server.EnterAsync("ann");
        using var visitor = await server.EnterAsync();

        await visitor.SubscribeAsync("1", """subscription { secret(topic: "a") }""");
        await ann.SubscribeAsync("1", """subscription { secret(topic: "a") }""");
        await server.News.WhenListenersAsync(1);
        await server.Events.SendAsync("a", "news");

        Assert.Contains("\"code\":\"AUTH_NOT_AUTHENTICATED\"", await visitor.ReceiveAsync(), StringComparison.Ordinal);
        Assert.Equal("""{"type":"next","id":"1","payload":{"data":{"secret":"news"}}}""", await ann.ReceiveAsync());
    }
}
