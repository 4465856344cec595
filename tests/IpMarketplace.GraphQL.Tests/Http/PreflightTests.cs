using System.Net;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Sdl;
using static IpMarketplace.GraphQL.Tests.Http.GraphQLServer;

namespace IpMarketplace.GraphQL.Tests.Http;

/// <summary>What a browser sends for another site's page without asking first is refused, where the host says so.</summary>
public sealed class PreflightTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("GraphQL-Preflight: ", false)]
    [InlineData("Accept-Language: zh", false)]
    [InlineData("GraphQL-Preflight: 1", true)]
    [InlineData("Apollo-Require-Preflight: true", true)]
    [InlineData("X-Apollo-Operation-Name: Hello", true)]
    public async Task A_request_by_GET_needs_a_header_that_no_page_can_set_where_that_is_enforced(string? header, bool isTaken)
    {
        await using var server = await HostedSchema.StartAsync(Schema, options => options.EnforceGetRequestsPreflightHeader = true);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7Bhello%7D");
        if (header?.Split(": ") is [var name, var value])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var (status, body) = await ReadAsync(server.Client.SendAsync(request));

        Assert.Equal(isTaken ? HttpStatusCode.OK : HttpStatusCode.BadRequest, status);
        if (!isTaken)
        {
            var error = body.GetProperty("errors")[0];
            Assert.Equal("PREFLIGHT_REQUIRED", error.GetProperty("extensions").GetProperty("code").GetString());
            Assert.Contains("GraphQL-Preflight: 1", error.GetProperty("message").GetString());
        }
    }

    [Fact]
    public async Task GET_can_be_turned_off()
    {
        await using var server = await HostedSchema.StartAsync(Schema, options => options.EnableGetRequests = false);
        using var response = await server.Client.GetAsync("?query=%7Bhello%7D");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("POST", response.Content.Headers.Allow.Single());
    }

    private static Schema Schema() => SchemaBuilder.FromSdl("type Query { hello: String }").AddResolver("Query", "hello", (IResolverContext _) => "hello").Build();
}
