using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Tests.WebSockets;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Sdl;

namespace IpMarketplace.GraphQL.Tests.Http;

/// <summary>Every JSON that comes in may be nested so deep and no deeper, however it comes; what is deeper is refused before it is kept.</summary>
public sealed class JsonNestingTests : IAsyncLifetime
{
    private const int Most = 200;
    private const int Deep = 150_000;

    private HostedSchema _server = null!;

    public static TheoryData<string, string> Ways
    {
        get
        {
            var ways = new TheoryData<string, string>();
            foreach (var way in new[] { "POST", "list", "multipart", "multipart list", "socket" })
            {
                foreach (var member in new[] { "variables", "extensions", "unknown" })
                {
                    ways.Add(way, member);
                }
            }
            ways.Add("GET", "variables");
            ways.Add("GET", "extensions");
            return ways;
        }
    }

    public async Task InitializeAsync() => _server = await HostedSchema.StartAsync(
        Schema, options => (options.EnableMultipartRequests, options.MaxBatchSize, options.EnableGetRequests) = (true, 2, true));

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_deepest_that_may_be_is_taken(string way, string member) =>
        Assert.Equal("""{"data":{"any":1}}""", (await AskAsync(way, member, Most)).GetRawText());

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_level_more_is_refused_by_its_code(string way, string member) => AssertRefused(await AskAsync(way, member, Most + 1));

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Three_hundred_kilobytes_of_brackets_are_refused_by_their_code(string way, string member)
    {
        if (way != "GET")
        {
            AssertRefused(await AskAsync(way, member, Deep));
        }
    }

    private static void AssertRefused(JsonElement answer)
    {
        var error = answer.GetProperty("errors")[0];
        Assert.EndsWith($"nested more than {Most} levels deep.", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("NESTING_LIMIT_EXCEEDED", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal(Most, error.GetProperty("extensions").GetProperty("limit").GetInt32());
    }

    // The member itself is the first level.
    private static string Nested(int levels) => $$"""{"v":{{new string('[', levels - 1)}}{{new string(']', levels - 1)}}}""";

    private async Task<JsonElement> AskAsync(string way, string member, int levels)
    {
        const string Query = "query($v: Any) { any(x: $v) }";
        var body = $$"""{"query":"{{Query}}","{{member}}":{{Nested(levels)}}}""";
        return way switch
        {
            "POST" => await ReadAsync(await _server.Client.PostAsync("", Json(body))),
            "list" => (await ReadAsync(await _server.Client.PostAsync("", Json($"[{body}]"))))[0],
            "multipart" => await SendFormAsync(body),
            "multipart list" => (await SendFormAsync($"[{body}]"))[0],
            "socket" => await SubscribeAsync(body),
            _ => await ReadAsync(await _server.Client.GetAsync($"/graphql?query={Uri.EscapeDataString(Query)}&{member}={Uri.EscapeDataString(Nested(levels))}")),
        };
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        }
    }

    private async Task<JsonElement> SendFormAsync(string operations)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "")
        {
            Content = new MultipartFormDataContent { { new StringContent(operations), "operations" }, { new StringContent("{}"), "map" } },
        };
        request.Headers.Add("GraphQL-Preflight", "1");
        return await ReadAsync(await _server.Client.SendAsync(request));
    }

    private async Task<JsonElement> SubscribeAsync(string payload)
    {
        using var socket = await NewsReader.ConnectAsync(new UriBuilder(_server.Client.BaseAddress!) { Scheme = "ws" }.Uri, NewsReader.Subprotocol, origin: null);
        await socket.SendAsync("""{"type":"connection_init"}""");
        await socket.ReceiveAsync();
        await socket.SendAsync($$"""{"id":"1","type":"subscribe","payload":{{payload}}}""");
        var message = JsonElement.Parse(await socket.ReceiveAsync());
        await socket.SendAsync("""{"type":"ping"}""");
        while (JsonElement.Parse(await socket.ReceiveAsync()).GetProperty("type").GetString() != "pong")
        {
            // What is left of the operation; the socket is still open.
        }
        return message.GetProperty("type").GetString() == "error"
            ? JsonSerializer.SerializeToElement(new { errors = message.GetProperty("payload") })
            : message.GetProperty("payload");
    }

    private static Schema Schema() => SchemaBuilder.FromSdl("scalar Any type Query { any(x: Any): Int }").AddResolver("Query", "any", (IResolverContext _) => 1).Build();
}
