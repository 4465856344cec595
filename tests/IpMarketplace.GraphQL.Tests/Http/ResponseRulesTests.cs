using System.Net;
using static IpMarketplace.GraphQL.Tests.Http.GraphQLServer;

namespace IpMarketplace.GraphQL.Tests.Http;

/// <summary>How the server answers (GraphQL over HTTP, "Response"): media type by Accept, status by media type.</summary>
public sealed class ResponseRulesTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string Hello = """{"query":"{ hello }"}""";

    [Theory]
    [InlineData(null, Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/*", Json)]
    [InlineData("application/json", Json)]
    [InlineData("application/json; charset=utf-8", Json)]
    [InlineData("application/graphql-response+json", GraphQLResponse)]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", GraphQLResponse)]
    [InlineData("application/json;q=0.5, application/graphql-response+json;q=0.9", GraphQLResponse)]
    [InlineData("*/*, application/graphql-response+json", GraphQLResponse)]
    [InlineData("text/html, application/json;q=0.1", Json)]
    [InlineData("application/graphql-response+json, application/json", GraphQLResponse)]
    [InlineData("application/json, application/graphql-response+json", Json)]
    [InlineData("application/json;q=0, */*", GraphQLResponse)]
    [InlineData("application/json;q=0.2, application/*;q=0.8", GraphQLResponse)]
    [InlineData("application/graphql-response+json;q=0, application/*", Json)]
    [InlineData("text/event-stream;q=0.5, */*", Json)]
    [InlineData("APPLICATION/GraphQL-Response+JSON", GraphQLResponse)]
    [InlineData("application/graphql-response+json; charset=utf-16, application/json;q=0.1", Json)]
    public async Task Chooses_the_media_type_that_is_wanted(string? accept, string mediaType)
    {
        using var response = await server.PostAsync(Hello, accept);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal($"{mediaType}; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("""{"data":{"hello":"hello world"}}""", await response.Content.ReadAsStringAsync());
        Assert.Equal(32, response.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("text/html")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("*/*;q=0")]
    [InlineData("application/json;q=0")]
    [InlineData("not a media type")]
    public async Task Refuses_what_it_cannot_write(string accept)
    {
        using var response = await server.PostAsync(Hello, accept);
        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
    }

    [Theory]
    [InlineData("""{"query":"{ hello"}""", "SYNTAX_ERROR")]
    [InlineData("""{"query":"{ unknown }"}""", "VALIDATION_FAILED")]
    [InlineData("""{"query":"query($n: Int!) { list(of: $n) }"}""", "INVALID_VARIABLE")]
    [InlineData("""{"query":"{ hello }","operationName":"B"}""", "OPERATION_NOT_FOUND")]
    public async Task A_request_error_is_200_as_json_and_400_as_graphql_response_and_has_no_data(string body, string code)
    {
        foreach (var (accept, expected) in new[] { (Json, HttpStatusCode.OK), (GraphQLResponse, HttpStatusCode.BadRequest) })
        {
            var (status, answer) = await ReadAsync(server.PostAsync(body, accept));
            Assert.Equal(expected, status);
            Assert.False(answer.TryGetProperty("data", out _));
            Assert.Equal(code, answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task A_subscription_is_not_answered_as_json_and_the_refusal_says_how_to_ask()
    {
        var (_, answer) = await ReadAsync(server.PostAsync("""{"query":"subscription { ticks }"}""", GraphQLResponse));
        var error = answer.GetProperty("errors")[0];
        Assert.Equal("OPERATION_NOT_ALLOWED", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("A subscription cannot be sent this way: use a WebSocket, or accept text/event-stream.", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_long_answer_in_chinese_arrives_whole()
    {
        var (_, answer) = await ReadAsync(server.PostAsync("""{"query":"{ later list(of: 9000) }"}"""));
        Assert.Equal(7, answer.GetProperty("data").GetProperty("later").GetInt32());
        Assert.Equal(Enumerable.Repeat("发明专利", 9000), answer.GetProperty("data").GetProperty("list").EnumerateArray().Select(item => item.GetString()));
    }

    [Fact]
    public async Task A_browser_gets_the_explorer_which_loads_nothing_from_elsewhere()
    {
        using var response = await server.GetAsync(string.Empty, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Contains("<title>GraphQL explorer</title>", page);
        Assert.DoesNotContain("http://", page);
        Assert.DoesNotContain("https://", page);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task A_request_error_by_GET_is_not_to_be_kept()
    {
        using var refused = await server.GetAsync("query=%7Bunknown%7D");
        using var answered = await server.GetAsync("query=%7Bhello%7D");
        Assert.Equal("no-store", refused.Headers.CacheControl?.ToString());
        Assert.Null(answered.Headers.CacheControl);
        Assert.Equal("Accept", answered.Headers.Vary.Single());
    }
}
