using System.Text.Json;
using IpMarketplace.Testing;

namespace IpMarketplace.Api.Tests.Diagnostics;

public sealed class SlowOperationTests
{
    [Fact]
    public async Task A_slow_operation_is_a_line_of_the_log_with_the_id_of_its_request_and_nothing_that_was_searched_for()
    {
        await using var store = new TemporaryStore();
        await using var server = await ServerProcess.StartAsync(store, "--Demo:Enabled=false", "--GraphQL:SlowOperation=00:00:00");
        using var client = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Headers = { { "X-Request-Id", "request-of-the-test" } },
            Content = new StringContent(
                """{"query":"query Find($text: String) { patents(query: $text, first: 3) { totalCount } }","variables":{"text":"a secret"}}""", null, "application/json"),
        };
        using var response = await client.SendAsync(request);
        Assert.Equal("""{"data":{"patents":{"totalCount":0}}}""", await response.Content.ReadAsStringAsync());
        await server.StopAsync();

        var line = Assert.Single(server.Output.Split(Environment.NewLine), line => line.Contains("Slow operation Find", StringComparison.Ordinal));
        using var entry = JsonDocument.Parse(line);
        var state = entry.RootElement.GetProperty("State");
        Assert.Equal("Warning", entry.RootElement.GetProperty("LogLevel").GetString());
        Assert.Equal("Find", state.GetProperty("OperationName").GetString());
        Assert.Equal("query", state.GetProperty("OperationType").GetString());
        Assert.Equal(64, state.GetProperty("DocumentHash").GetString()!.Length);
        Assert.Equal(0, state.GetProperty("ErrorCount").GetInt32());
        Assert.Contains("request-of-the-test", entry.RootElement.GetProperty("Scopes").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("a secret", server.Output, StringComparison.Ordinal);
    }
}
