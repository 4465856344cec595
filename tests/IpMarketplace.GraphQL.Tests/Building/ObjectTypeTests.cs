using IpMarketplace.GraphQL.Tests.Building.Bookshop;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Tests.Building;

/// <summary>Members of C# types and of the static classes that extend them, as fields.</summary>
public sealed class ObjectTypeTests
{
    private readonly Shop _shop = new();

    [Fact]
    public async Task Properties_answer_with_their_values() => Assert.Equal(
        """{"data":{"book":{"title":"Call to Arms","price":30.50,"binding":"HARD_COVER","tags":["stories",null],"published":"1923-08-01","isbn":"978"}}}""",
        await _shop.AskAsync("""{ book(key: { isbn: "978" }) { title price binding tags published isbn } }"""));

    [Fact]
    public async Task A_null_property_answers_null() => Assert.Equal(
        """{"data":{"book":{"price":null,"published":null}}}""",
        await _shop.AskAsync($$"""{ book(key: { id: "{{Ids.Book(2)}}" }) { price published } }"""));

    [Fact]
    public async Task An_extension_reads_its_parent_and_services() => Assert.Equal(
        """{"data":{"book":{"author":{"name":"Lu Xun","fullName":"Lu Xun"},"copies":20}}}""",
        await _shop.AskAsync($$"""{ book(key: { id: "{{Ids.Book(2)}}" }) { author { name fullName } copies } }"""));

    [Fact]
    public async Task A_method_marked_as_a_field_takes_arguments() => Assert.Equal(
        """{"data":{"book":{"shortTitle":"Call","usual":"Call to Ar"}}}""",
        await _shop.AskAsync("""{ book(key: { isbn: "978" }) { shortTitle(length: 4) usual: shortTitle } }"""));

    [Fact]
    public async Task Interfaces_and_unions_resolve_by_C_sharp_type() => Assert.Equal(
        """{"data":{"products":[{"__typename":"Book","title":"Call to Arms"},{"__typename":"Book","title":"Wandering"},{"__typename":"Book","title":"Rickshaw Boy"}],"search":[{"title":"Wandering"}],"people":[{"name":"Lao She"}]}}""",
        await _shop.AskAsync("""{ products { __typename title } search(text: "Wand") { ... on Book { title } } people: search(text: "Lao") { ... on Author { name } } }"""));

    [Fact]
    public async Task Arguments_have_their_CSharp_and_declared_defaults() => Assert.Equal(
        """{"data":{"usual":"absent 3  SoftCover","given":"a 1 2026-05-31 HardCover","nulls":"null 3  SoftCover"}}""",
        await _shop.AskAsync("""{ usual: echo given: echo(text: "a", times: 1, on: "2026-05-31", binding: HARD_COVER) nulls: echo(text: null, on: null) }"""));

    [Fact]
    public async Task A_declared_schema_type_replaces_the_inferred_one() => Assert.Equal("""{"data":{"count":3}}""", await _shop.AskAsync("{ count }"));

    [Fact]
    public void Requirements_are_on_the_field_and_end_its_description()
    {
        var schema = BookshopSchema.Build();
        Assert.True(schema.TryGetType<ObjectType>("Book", out var book) && book.TryGetField("copies", out _));
        book.TryGetField("copies", out var copies);

        Assert.Equal("ReadStock", Assert.Single(copies!.Authorization).Policy);
        Assert.Equal("The copies in the store.\n\nRequires: ReadStock.", copies.Description);
        Assert.Equal(5, copies.Cost);
        Assert.True(schema.QueryType.TryGetField("books", out var books) && books.AllowsAnonymous && books.Authorization.IsEmpty);
    }
}
