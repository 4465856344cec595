using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using IpMarketplace.Testing;

namespace IpMarketplace.Api.Tests;

public sealed class DoorTests
{
    [Fact]
    public async Task Is_live_and_ready_once_it_serves()
    {
        await using var market = await TestMarketplace.StartAsync();

        var live = await market.Client.Http.GetAsync("/health/live");
        var ready = await market.Client.Http.GetAsync("/health/ready");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (live.StatusCode, ready.StatusCode));
        var report = JsonDocument.Parse(await ready.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("Healthy", report.GetProperty("status").GetString());
        Assert.Equal(["database", "followers"], report.GetProperty("checks").EnumerateObject().Select(check => check.Name));
    }

    [SqliteFact("its file is moved away")]
    public async Task Is_not_ready_without_its_database_but_live()
    {
        await using var market = await TestMarketplace.StartAsync();
        Directory.Delete(Path.Combine(market.DataDirectory, "keys"), recursive: true);
        File.Move(Path.Combine(market.DataDirectory, "marketplace.db"), Path.Combine(market.DataDirectory, "elsewhere.db"));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await market.Client.Http.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await market.Client.Http.GetAsync("/health/live")).StatusCode);
    }

    [Theory]
    [InlineData("order-4711_b.2", true)]
    [InlineData("has blank", false)]
    [InlineData("<script>", false)]
    public async Task Answers_the_request_id_it_was_given_if_it_is_presentable(string id, bool isKept)
    {
        await using var market = await TestMarketplace.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.TryAddWithoutValidation("X-Request-Id", id);

        var answered = (await market.Client.Http.SendAsync(request)).Headers.GetValues("X-Request-Id").Single();

        Assert.Equal(isKept, answered == id);
        Assert.Matches("^[A-Za-z0-9_.-]{1,64}$", answered);
    }

    [Theory]
    [InlineData("Bearer not-a-token")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.")]
    public async Task Refuses_a_token_that_is_not_good_instead_of_ignoring_it(string authorization)
    {
        await using var market = await TestMarketplace.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Headers.Authorization = AuthenticationHeaderValue.Parse(authorization);

        var response = await market.Client.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
        var errors = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors");
        Assert.Equal("INVALID_TOKEN", Assert.Single(errors.EnumerateArray()).GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Tells_no_other_site_that_it_may_call_unless_configured()
    {
        await using var closed = await TestMarketplace.StartAsync();
        await using var open = await TestMarketplace.StartAsync(settings: ["--Http:AllowedOrigins:0=https://market.example"]);

        Assert.Null(await AllowedOriginAsync(closed, "https://market.example"));
        Assert.Equal("https://market.example", await AllowedOriginAsync(open, "https://market.example"));
        Assert.Null(await AllowedOriginAsync(open, "https://other.example"));
    }

    [Theory]
    [InlineData("graphql-preflight", true)]
    [InlineData("x-other", false)]
    public async Task Lets_an_allowed_site_send_the_preflight_header(string header, bool isAllowed)
    {
        await using var market = await TestMarketplace.StartAsync(settings: ["--Http:AllowedOrigins:0=https://market.example"]);
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        preflight.Headers.Add("Origin", "https://market.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", header);

        using var response = await market.Client.Http.SendAsync(preflight);

        Assert.Equal(isAllowed, response.Headers.TryGetValues("Access-Control-Allow-Headers", out var allowed) && allowed.Single().Contains(header, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Knows_the_caller_in_every_request_of_a_list()
    {
        await using var market = await TestMarketplace.StartAsync(withDemo: true, settings: ["--Http:MaxBatchSize=2"]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new[] { new { query = "{ viewer { userName } }" }, new { query = "{ a: viewer { userName } }" } }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await market.Client.TokenOfAsync("officer@qinghe.demo"));

        using var response = await market.Client.Http.SendAsync(request);

        Assert.Equal(
            """[{"data":{"viewer":{"userName":"officer@qinghe.demo"}}},{"data":{"a":{"userName":"officer@qinghe.demo"}}}]""",
            await response.Content.ReadAsStringAsync());
    }

    private static async Task<string?> AllowedOriginAsync(TestMarketplace market, string origin)
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        var response = await market.Client.Http.SendAsync(preflight);
        return response.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? allowed.Single() : null;
    }
}
