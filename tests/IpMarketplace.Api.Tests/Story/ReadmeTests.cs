using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using IpMarketplace.Api.Tests.Demo;
using IpMarketplace.Testing;

namespace IpMarketplace.Api.Tests.Story;

/// <summary>What the README shows is sent as it stands there.</summary>
[Collection(DemoMarketplaceTests.Name)]
public sealed partial class ReadmeTests(DemoMarketplace demo)
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public async Task Every_request_it_shows_is_answered_without_a_fault()
    {
        var requests = Curl().Matches(Readme);
        Assert.Equal(3, requests.Count);
        foreach (Match request in requests)
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(request.Groups["body"].Value, Encoding.UTF8, "application/json") };
            if (request.Value.Contains("$TOKEN", StringComparison.Ordinal))
            {
                message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await demo.Server.Client.TokenOfAsync(TheWayThrough.Officer));
            }
            using var response = await demo.Server.Client.Http.SendAsync(message);
            var answer = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
            Assert.False(answer.TryGetProperty("errors", out _), answer.ToString());
            Assert.DoesNotContain("null", string.Concat(answer.GetProperty("data").EnumerateObject().Select(field => field.Value.ValueKind == JsonValueKind.Null ? "null" : "")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Its_first_query_finds_something()
    {
        var answer = await demo.Server.QueryAsync("""{ patents(query: "海水淡化", first: 3) { nodes { title } } }""");
        Assert.Contains("海水淡化", answer.Text("patents.nodes[0].title"), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"curl -s \S+/graphql (?:-H ['""][^'""]+['""] )+-d '(?<body>\{.*?\n\})'", RegexOptions.Singleline)]
    private static partial Regex Curl();
}
