using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Sdl;

namespace IpMarketplace.GraphQL.Tests.Http;

/// <summary>A real server on a free port of this machine.</summary>
public sealed class GraphQLServer : IAsyncLifetime
{
    public const string GraphQLResponse = "application/graphql-response+json";
    public const string Json = "application/json";

    private HostedSchema? _server;

    /// <summary>Speaks to the server.</summary>
    public HttpClient Client => _server!.Client;

    /// <summary>How often the mutation has run.</summary>
    public int Shouts { get; private set; }

    public async Task InitializeAsync() => _server = await HostedSchema.StartAsync(BuildSchema, options => options.MaxRequestBodySize = 10_000);

    public async Task DisposeAsync() => await _server!.DisposeAsync();

    /// <summary>Posts a body.</summary>
    public Task<HttpResponseMessage> PostAsync(string body, string? accept = Json, string? contentType = Json)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, string.Empty) { Content = content }, accept);
    }

    /// <summary>Gets with these parameters.</summary>
    public Task<HttpResponseMessage> GetAsync(string parameters, string? accept = Json) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, "/graphql?" + parameters), accept);

    /// <summary>The body as JSON, and the status.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Body)> ReadAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? accept)
    {
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }
        return Client.SendAsync(request);
    }

    private Schema BuildSchema() => SchemaBuilder
        .FromSdl("type Query { hello(name: String): String! later: Int user: String! list(of: Int!): [String!]! } type Mutation { shout: String } type Subscription { ticks: Int }")
        .AddResolver("Query", "hello", (IResolverContext context) => $"hello {context.ArgumentValue(0) ?? "world"}")
        .AddResolver("Query", "later", async _ =>
        {
            await Task.Yield();
            return 7;
        })
        .AddResolver("Query", "user", (IResolverContext context) => context.User.Identity?.Name ?? "nobody")
        .AddResolver("Query", "list", (IResolverContext context) => FieldValue.From(Enumerable.Repeat("发明专利", (int)context.ArgumentValue(0)!).ToArray()))
        .AddResolver("Mutation", "shout", (IResolverContext _) => $"{++Shouts}")
        .AddResolver("Subscription", "ticks", (IResolverContext _) => 1)
        .Build();
}
