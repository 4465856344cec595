using System.Net.Http.Headers;
using IpMarketplace.Testing;

namespace IpMarketplace.Api.Tests;

public sealed class EventStreamTests
{
    [Fact]
    public async Task A_subscription_lasts_no_longer_than_the_token_it_was_asked_with()
    {
        await using var market = await TestMarketplace.StartAsync(withDemo: true, settings: ["--Accounts:AccessTokenLifetime=00:00:02"]);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString("subscription { patentOffered { id } }")}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await market.Client.TokenOfAsync("officer@qinghe.demo"));

        using var response = await market.Client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var events = await response.Content.ReadAsStringAsync().WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(":\n\n", events);
    }
}
