using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Sdl;
using Microsoft.Extensions.DependencyInjection;
using static IpMarketplace.GraphQL.Tests.Http.GraphQLServer;

namespace IpMarketplace.GraphQL.Tests.Http;

/// <summary>Several requests in one body.</summary>
public sealed class BatchingTests : IAsyncLifetime
{
    private HostedSchema _server = null!;
    private int _count;

    public async Task InitializeAsync() => _server = await HostedSchema.StartAsync(
        Schema, options => options.MaxBatchSize = 3, configure: services => services.AddScoped<Notes>());

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(Json)]
    [InlineData(GraphQLResponse)]
    public async Task Are_answered_as_a_list_in_their_order(string accept)
    {
        using var response = await PostAsync("""
             [{"query":"mutation { add(by: 2) }"}, {"query":"query($n: Int!) { later(n: $n) }","variables":{"n":5}},{"query":"mutation { add(by: 3) }"}]
            """, accept);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal($"{accept}; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("""[{"data":{"add":2}},{"data":{"later":5}},{"data":{"add":5}}]""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Fail_one_by_one()
    {
        using var response = await PostAsync("""[{"query":"{"},7,{"query":"{ later(n: 1) }"}]""");
        var answers = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["SYNTAX_ERROR", "BAD_REQUEST"], answers.EnumerateArray().Take(2).Select(CodeOf));
        Assert.Equal(1, answers[2].GetProperty("data").GetProperty("later").GetInt32());
    }

    [Fact]
    public async Task Each_have_a_service_scope_of_their_own()
    {
        using var response = await PostAsync("""[{"query":"mutation { note }"},{"query":"mutation { note }"}]""");
        Assert.Equal("""[{"data":{"note":1}},{"data":{"note":1}}]""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Must_not_be_more_than_the_limit()
    {
        var (status, body) = await ReadAsync(PostAsync("[" + string.Join(',', Enumerable.Repeat("""{"query":"mutation { add(by: 1) }"}""", 4)) + "]"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("BATCH_LIMIT_EXCEEDED", CodeOf(body));
        Assert.Equal("The list has 4 requests; at most 3 are taken.", body.GetProperty("errors")[0].GetProperty("message").GetString());
        Assert.Equal(0, _count);
    }

    [Theory]
    [InlineData("[]", Json, "empty")]
    [InlineData("""[{"query":"{ later(n: 1) }"}""", Json, "not valid JSON")]
    [InlineData("""[{"query":"{ later(n: 1) }"}] x""", Json, "not valid JSON")]
    [InlineData("""[{"query":"{ later(n: 1) }"}]""", "text/event-stream", "event stream")]
    public async Task Are_refused_whole_when_the_list_itself_is_wrong(string list, string accept, string reason)
    {
        var (status, body) = await ReadAsync(PostAsync(list, accept));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(reason, body.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    private Task<HttpResponseMessage> PostAsync(string body, string accept = Json)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue(Json);
        var request = new HttpRequestMessage(HttpMethod.Post, string.Empty) { Content = content };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return _server.Client.SendAsync(request);
    }

    private static string? CodeOf(JsonElement answer) => answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    private Schema Schema() => SchemaBuilder.FromSdl("type Query { later(n: Int!): Int } type Mutation { add(by: Int!): Int note: Int }")
        .AddResolver("Query", "later", async context =>
        {
            await Task.Yield();
            return context.ArgumentValue(0);
        })
        .AddResolver("Mutation", "add", (IResolverContext context) => (FieldValue)(_count += (int)context.ArgumentValue(0)!))
        .AddResolver("Mutation", "note", (IResolverContext context) => (FieldValue)context.Service<Notes>().Add())
        .Build();

    private sealed class Notes
    {
        private int _count;

        public int Add() => ++_count;
    }
}
