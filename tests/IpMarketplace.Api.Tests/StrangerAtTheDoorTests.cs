using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using IpMarketplace.Testing;

namespace IpMarketplace.Api.Tests;

/// <summary>Which names the server answers to, whose pages may open sockets, and what browsers are told of every answer.</summary>
public sealed class StrangerAtTheDoorTests(StrangerAtTheDoorTests.Market market) : IClassFixture<StrangerAtTheDoorTests.Market>
{
    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("[::1]:5080", HttpStatusCode.OK)]
    public async Task Only_a_host_that_is_allowed_is_answered(string host, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "{ __typename }" }) };
        request.Headers.Host = host;

        Assert.Equal(status, (await market.Server.Client.Http.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("evil.example", "http://evil.example", HttpStatusCode.BadRequest)]
    [InlineData("evil.example", null, HttpStatusCode.BadRequest)]
    [InlineData("localhost", "http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("localhost", "http://localhost", HttpStatusCode.SwitchingProtocols)]
    [InlineData("localhost", null, HttpStatusCode.SwitchingProtocols)]
    public async Task A_socket_is_opened_to_an_allowed_host_by_its_own_pages(string host, string? origin, HttpStatusCode status)
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Host", host);
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var opening = socket.ConnectAsync(new UriBuilder(market.Server.Address) { Scheme = "ws", Path = "/graphql" }.Uri, patience.Token);
        await opening.ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal((status, status == HttpStatusCode.SwitchingProtocols), (socket.HttpStatusCode, opening.IsCompletedSuccessfully));
    }

    [Theory]
    [InlineData("/graphql?query={__typename}", "application/json")]
    [InlineData("/graphql?query={", "application/json")]
    [InlineData("/graphql", "text/html")]
    [InlineData("/health/live", "*/*")]
    [InlineData("/nothing-here", "*/*")]
    public async Task Every_answer_is_nothing_but_what_it_says_and_stands_in_no_other_page(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", accept);

        using var response = await market.Server.Client.Http.SendAsync(request);

        Assert.Equal(("nosniff", "no-referrer"), (Assert.Single(response.Headers.GetValues("X-Content-Type-Options")), Assert.Single(response.Headers.GetValues("Referrer-Policy"))));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'none'", policy, StringComparison.Ordinal);
    }

    public sealed class Market : IAsyncLifetime
    {
        public TestMarketplace Server { get; private set; } = null!;

        public async Task InitializeAsync() => Server = await TestMarketplace.StartAsync();

        public async Task DisposeAsync() => await Server.DisposeAsync();
    }
}
