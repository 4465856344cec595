using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using IpMarketplace.Testing;

namespace IpMarketplace.Api.Tests;

/// <summary>How much one client may ask for.</summary>
public sealed class RateLimitTests
{
    private const string WhoAmI = "{ viewer { userName } }";
    private const string Slowly = "--RateLimits:RequestsPerAddress=1";

    [Fact]
    public async Task Too_many_requests_of_an_address_are_told_when_to_come_again_and_others_are_answered()
    {
        await using var market = await TestMarketplace.StartAsync(settings: ["--Http:TrustedProxies:0=127.0.0.0/8", Slowly, "--RateLimits:RequestBurst=3"]);
        using var refused = await UntilRefusedAsync(() => AskAsync(market, "203.0.113.1", WhoAmI));

        var error = (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0].GetProperty("extensions");
        Assert.Equal("application/graphql-response+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Equal(("RATE_LIMIT_EXCEEDED", 1), (error.GetProperty("code").GetString(), error.GetProperty("retryAfter").GetInt32()));
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(market, "203.0.113.2", WhoAmI)).StatusCode);
        await UntilAnsweredAsync(() => AskAsync(market, "203.0.113.1", WhoAmI));
    }

    [Fact]
    public async Task Tokens_that_are_not_good_are_counted_too_and_health_is_not()
    {
        await using var market = await TestMarketplace.StartAsync(settings: [Slowly, "--RateLimits:RequestBurst=3"]);

        using var refused = await UntilRefusedAsync(() => AskAsync(market, null, WhoAmI, "none-of-ours"));

        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await market.Client.Http.GetAsync("/health/live")).StatusCode);
        }
    }

    [Fact]
    public async Task An_account_is_counted_over_all_addresses_and_hinders_no_other()
    {
        await using var market = await TestMarketplace.StartAsync(
            withDemo: true, settings: ["--Http:TrustedProxies:0=127.0.0.0/8", "--RateLimits:RequestsPerAccount=1", "--RateLimits:RequestBurst=20"]);
        var (token, other) = (await market.Client.TokenOfAsync("officer@qinghe.demo"), await market.Client.TokenOfAsync("approver@qinghe.demo"));
        var address = 0;

        using var refused = await UntilRefusedAsync(() => AskAsync(market, $"203.0.113.{++address}", WhoAmI, token));

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(market, "203.0.113.1", WhoAmI, other)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(market, "203.0.113.1", WhoAmI)).StatusCode);
    }

    [Theory]
    [InlineData("text/event-stream")]
    [InlineData("text/*")]
    [InlineData("*/*, application/json;q=0, application/graphql-response+json;q=0")]
    public async Task A_client_has_so_many_event_streams_open_and_one_that_ends_makes_room(string accept)
    {
        await using var market = await TestMarketplace.StartAsync(settings: ["--RateLimits:EventStreamsPerClient=3"]);
        var streams = new List<HttpResponseMessage>();
        for (var i = 0; i < 3; i++)
        {
            streams.Add(await ListenAsync(market, accept));
            Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (streams[i].StatusCode, streams[i].Content.Headers.ContentType?.MediaType));
        }

        using var refused = await ListenAsync(market, accept);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(market, null, WhoAmI)).StatusCode);
        streams[0].Dispose();
        await UntilAnsweredAsync(() => ListenAsync(market, accept));
        streams.ForEach(stream => stream.Dispose());
    }

    [Fact]
    public async Task Operations_on_a_socket_are_requests_of_its_address()
    {
        await using var market = await TestMarketplace.StartAsync(settings: [Slowly, "--RateLimits:RequestBurst=5"]);
        using var socket = await Listener.ConnectAsync(market, null);
        await socket.ExpectAsync("connection_ack");
        var code = "";
        for (var operation = 0; operation < 100 && code.Length == 0; operation++)
        {
            await socket.SubscribeAsync($"{operation}", "{ __typename }");
            var answer = await socket.ReceiveAsync();
            if (answer.GetProperty("type").GetString() == "error")
            {
                code = answer.GetProperty("payload")[0].GetProperty("extensions").GetProperty("code").GetString()!;
            }
            else
            {
                await socket.ExpectAsync("complete");
            }
        }

        Assert.Equal("RATE_LIMIT_EXCEEDED", code);
    }

    private static async Task<HttpResponseMessage> UntilRefusedAsync(Func<Task<HttpResponseMessage>> ask)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => ask()));
            if (answers.FirstOrDefault(answer => answer.StatusCode == HttpStatusCode.TooManyRequests) is { } refused)
            {
                return refused;
            }
        }
    }

    private static async Task UntilAnsweredAsync(Func<Task<HttpResponseMessage>> ask)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            using var answer = await ask();
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                return;
            }
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(TestMarketplace market, string? address, string query, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        if (address is not null)
        {
            request.Headers.Add("X-Forwarded-For", address);
        }
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
        return await market.Client.Http.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> ListenAsync(TestMarketplace market, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "subscription { patentOffered { id } }" }) };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await market.Client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
