using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using IpMarketplace.GraphQL.Building;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.Tests.Building.Bookshop;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Tests.Building;

public sealed class GlobalIdTests
{
    private readonly Shop _shop = new();

    [Fact]
    public async Task Ids_leave_opaque_and_come_back() => Assert.Equal(
        $$$"""{"data":{"book":{"id":"{{{Ids.Book(2)}}}","authorId":"{{{Ids.Author(1)}}}"},"names":"1,2"}}""",
        await _shop.AskAsync(
            "query($book: ID!, $authors: [ID!]!) { book(key: { id: $book }) { id authorId } names(ids: $authors) }",
            $$"""{ "book": "{{Ids.Book(2)}}", "authors": ["{{Ids.Author(1)}}", "{{Ids.Author(2)}}"] }"""));

    [Fact]
    public async Task Node_fetches_any_type_by_its_resolver() => Assert.Equal(
        $$$"""{"data":{"a":{"__typename":"Book","title":"Rickshaw Boy"},"b":{"__typename":"Author","name":"Lao She"},"none":null,"all":[{"id":"{{{Ids.Author(1)}}}"},null]}}""",
        await _shop.AskAsync($$"""
            {
              a: node(id: "{{Ids.Book(3)}}") { __typename ... on Book { title } }
              b: node(id: "{{Ids.Author(2)}}") { __typename ... on Author { name } }
              none: node(id: "{{Ids.Book(9)}}") { id }
              all: nodes(ids: ["{{Ids.Author(1)}}", "{{Ids.Book(9)}}"]) { id }
            }
            """));

    [Fact]
    public async Task A_node_resolver_among_the_queries_is_a_root_field_too() => Assert.Equal(
        """{"data":{"author":{"name":"Lu Xun"}}}""",
        await _shop.AskAsync($$"""{ author(id: "{{Ids.Author(1)}}") { name } }"""));

    [Fact]
    public async Task The_id_of_another_type_is_refused_by_the_place_of_the_argument()
    {
        var answer = await _shop.AskAsync("query($k: BookKeyInput!) { book(key: $k) { id } }", $$"""{ "k": { "id": "{{Ids.Author(1)}}" } }""");

        Assert.Contains($"$k.id: \\u0022{Ids.Author(1)}\\u0022 is the id of a Author, but the id of a Book is wanted.", answer.Replace("\\\"", "\\u0022", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("\"code\":\"INVALID_ID\"", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("abc")]
    [InlineData("Qm9vazp4")]
    public async Task What_is_no_id_is_refused(string id)
    {
        var answer = await _shop.AskAsync($$"""{ book(key: { id: "{{id}}" }) { id } node(id: "{{id}}") { id } }""");

        Assert.Equal(2, answer.Split("\"code\":\"INVALID_ID\"").Length - 1);
        Assert.Contains("key.id", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Book:03")]
    [InlineData("Book:+3")]
    [InlineData("Book: 3")]
    [InlineData("Book:3 ")]
    [InlineData("Book:3", " ")]
    [InlineData("Book:3", "\n")]
    [InlineData("Book:10", "==")]
    [InlineData("Book:10", null)]
    public async Task An_object_has_one_id_only(string text, string? after = "")
    {
        var canonical = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
        var id = after is null ? canonical[..^1] + "B" : canonical + after;

        var answer = await _shop.AskAsync("query($id: ID!) { book(key: { id: $id }) { id } }", JsonSerializer.Serialize(new { id }));
        var node = await _shop.AskAsync("query($id: ID!) { node(id: $id) { id } }", JsonSerializer.Serialize(new { id }));

        Assert.Contains("\"code\":\"INVALID_ID\"", answer, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"INVALID_ID\"", node, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_nodes_are_refused()
    {
        var ids = string.Join(", ", Enumerable.Range(0, 101).Select(key => $"\"{Ids.Book(key)}\""));

        Assert.Contains("ids: at most 100 ids may be given, not 101.", await _shop.AskAsync($"{{ nodes(ids: [{ids}]) {{ id }} }}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Node_requires_what_the_node_resolver_requires()
    {
        var services = new ServiceCollection();
        services.AddGraphQLServer().AddTypes(typeof(Secrets)).AddGlobalObjectIdentification();
        var executor = services.BuildServiceProvider().GetRequiredService<IRequestExecutor>();

        await using var result = await executor.ExecuteAsync(OperationRequest.FromText($$"""{ node(id: "{{new NodeIdSerializer().Format("Secret", 1L)}}") { id } }"""));

        var answer = ((OperationResult)result).ToJson();
        Assert.StartsWith("{\"errors\":[{\"message\":\"Sign in to fetch this object.\"", answer, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"AUTH_NOT_AUTHENTICATED\"", answer, StringComparison.Ordinal);
        Assert.EndsWith("\"data\":{\"node\":null}}", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("node")]
    [InlineData("nodes")]
    public void A_node_field_knows_every_resolver_it_may_call_so_that_exclusive_services_are_seen(string name)
    {
        Assert.True(BookshopSchema.Build().QueryType.TryGetField(name, out var field));

        Assert.Equal(["GetAuthor", "GetBookByIdAsync"], field.Methods.Select(method => method.Name).Order());
    }

    [Fact]
    public void Every_key_comes_back_as_it_was()
    {
        var serializer = new NodeIdSerializer();

        foreach (var key in new object[] { 1L, long.MaxValue, "专利:1", Guid.Empty })
        {
            Assert.True(serializer.TryParse(serializer.Format("Patent", key), out var id));
            Assert.Equal(("Patent", key.ToString()), (id.TypeName, id.Key));
        }
    }

    public sealed record Secret(long Id);

    [QueryType]
    public static class Secrets
    {
        [Authorize("ReadSecrets")]
        [NodeResolver]
        public static Secret GetSecret(long id) => throw new InvalidOperationException($"{id} must not be looked up.");
    }
}
