using System.Text.RegularExpressions;
using IpMarketplace.Testing;

namespace IpMarketplace.Api.Tests;

/// <summary>The page a browser gets, whichever the build made: GraphiQL where Node was, else the engine's small one. In a browser it is tried by <c>tests/clients</c>.</summary>
public sealed partial class ExplorerTests
{
    [Fact]
    public async Task A_browser_gets_a_page_that_loads_only_what_the_server_itself_has()
    {
        await using var market = await TestMarketplace.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql");
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await market.Client.Http.SendAsync(request);
        var page = await response.Content.ReadAsStringAsync();

        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        foreach (Match loaded in Loaded().Matches(page))
        {
            using var file = await market.Client.Http.GetAsync(new Uri(new Uri(market.Address, "/graphql"), loaded.Groups[1].Value));
            Assert.True(file.IsSuccessStatusCode, $"{loaded.Groups[1].Value}: {file.StatusCode}");
            Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [GeneratedRegex("(?:src|href)=\"(?!data:)([^\"]+)\"")]
    private static partial Regex Loaded();
}
