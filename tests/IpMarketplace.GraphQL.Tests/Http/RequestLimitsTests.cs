using System.Net;
using System.Text;
using System.Text.Json;
using IpMarketplace.GraphQL.AspNetCore.Http;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.TypeSystem.Sdl;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpMarketplace.GraphQL.Tests.Http;

/// <summary>Requests made to exhaust a server, over HTTP: each is refused by its code, and the server goes on answering.</summary>
public sealed class RequestLimitsTests : IAsyncLifetime, IDisposable
{
    private const int Deep = 100_000;

    private WebApplication _server = null!;
    private HttpClient _client = null!;

    public static TheoryData<string, string, string, int> Excesses => new()
    {
        { Repeat("{a", Deep), "{}", "NESTING_LIMIT_EXCEEDED", 200 },
        { Repeat("{...", Deep), "{}", "NESTING_LIMIT_EXCEEDED", 200 },
        { Repeat("{self", Deep) + Repeat("}", Deep), "{}", "NESTING_LIMIT_EXCEEDED", 200 },
        { "{ any(x: " + Repeat("[", Deep), "{}", "NESTING_LIMIT_EXCEEDED", 200 },
        { "{ any(x: " + Repeat("{k:", Deep), "{}", "NESTING_LIMIT_EXCEEDED", 200 },
        { "query($v: " + Repeat("[", Deep), "{}", "NESTING_LIMIT_EXCEEDED", 200 },
        { "query($v: Any) { any(x: $v) }", $$"""{"v":{{Repeat("[", Deep)}}{{Repeat("]", Deep)}}}""", "NESTING_LIMIT_EXCEEDED", 200 },
        { "query($v: Nest) { nest(x: $v) }", $$"""{"v":{{Repeat("{\"in\":", Deep)}}null{{Repeat("}", Deep)}}}""", "NESTING_LIMIT_EXCEEDED", 200 },
        { "query($v: Any) { any(x: $v) }", $$"""{"v":[{{Repeat("[1,2],", 400)}}0]}""", "LIST_LIMIT_EXCEEDED", 1_000 },
        { "query($v: [Int]) { list(x: $v) }", $$"""{"v":[{{Repeat("1,", 1_000)}}1]}""", "LIST_LIMIT_EXCEEDED", 1_000 },
        { "{" + Repeat("a ", 20_000) + "}", "{}", "TOKEN_LIMIT_EXCEEDED", 20_000 },
        { "{ a" + Repeat(" @x", 11) + "}", "{}", "DIRECTIVE_LIMIT_EXCEEDED", 10 },
        { "{" + Repeat(" a @x", 501) + "}", "{}", "DIRECTIVE_LIMIT_EXCEEDED", 500 },
        { Repeat("{self", 21) + Repeat("}", 21), "{}", "DEPTH_LIMIT_EXCEEDED", 20 },
        { "{" + Repeat(" a", 21) + "}", "{}", "ROOT_FIELD_LIMIT_EXCEEDED", 20 },
        { "{ self {" + Aliases(101) + "} }", "{}", "ALIAS_LIMIT_EXCEEDED", 100 },
        { "{ self {" + Repeat(" a", 5_000) + "} }", "{}", "FIELD_LIMIT_EXCEEDED", 5_000 },
        { "{ a }" + Repeat(" fragment F on Query { a }", 201), "{}", "FRAGMENT_LIMIT_EXCEEDED", 200 },
        { "{" + Repeat(" ... { a }", 1_001) + "}", "{}", "FRAGMENT_LIMIT_EXCEEDED", 1_000 },
    };

    [Theory]
    [MemberData(nameof(Excesses))]
    public async Task Refuses_more_than_there_may_be_and_lives(string query, string variables, string code, int limit)
    {
        var refused = await PostAsync($$"""{"query":{{JsonSerializer.Serialize(query)}},"variables":{{variables}}}""");

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        var extensions = refused.Body.GetProperty("errors")[0].GetProperty("extensions");
        Assert.Equal((code, limit), (extensions.GetProperty("code").GetString(), extensions.GetProperty("limit").GetInt32()));
        Assert.Equal("""{"data":{"a":1}}""", (await PostAsync("""{"query":"{ a }"}""")).Body.GetRawText());
    }

    [Theory]
    [InlineData("query($v: [Int]) { list(x: $v) }", 1_000)]
    [InlineData("query($v: [Int]) { list(x: $v) }", 400)]
    public async Task Takes_as_many_items_as_there_may_be(string query, int items)
    {
        var answer = await PostAsync($$$"""{"query":"{{{query}}}","variables":{"v":[{{{string.Join(',', Enumerable.Repeat(1, items))}}}]}}""");

        Assert.Equal($$$"""{"data":{"list":{{{items}}}}}""", answer.Body.GetRawText());
    }

    [Fact]
    public async Task Takes_variables_as_deep_as_they_may_be()
    {
        var (_, deepest) = await PostAsync($$$"""{"query":"query($v: Any) { any(x: $v) }","variables":{"v":{{{Repeat("[", 199)}}}{{{Repeat("]", 199)}}}}}""");

        Assert.Equal("""{"data":{"any":1}}""", deepest.GetRawText());
    }

    [Fact]
    public async Task A_body_that_does_not_say_how_long_it_is_is_refused_all_the_same()
    {
        using var content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes("{\"query\":\"{ a } #" + new string('x', 2_000_000) + "\"}")));
        content.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        request.Headers.TransferEncodingChunked = true;

        using var response = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("\"code\":\"BODY_LIMIT_EXCEEDED\",\"limit\":1048576", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var schema = SchemaBuilder.FromSdl("scalar Any directive @x repeatable on FIELD type Query { a: Int self: Query any(x: Any): Int nest(x: Nest): Int list(x: [Int]): Int } input Nest { in: Nest }")
            .AddResolver("Query", "a", (IResolverContext _) => 1)
            .AddResolver("Query", "any", (IResolverContext _) => 1)
            .AddResolver("Query", "list", (IResolverContext context) => ((object?[])context.ArgumentValue(0)!).Length);
        builder.Services.AddSingleton(_ => schema.Build()).AddGraphQLExecution(new ExecutionOptions());
        _server = builder.Build();
        _server.MapGraphQL();
        await _server.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(_server.Urls.Single()) };
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _client.Dispose();

    private async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _client.PostAsync("/graphql", content);
        return (response.StatusCode, JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync()));
    }

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static string Aliases(int count) => string.Concat(Enumerable.Range(0, count).Select(i => $" a{i}: a"));
}
