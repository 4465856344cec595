using IpMarketplace.GraphQL.Building;
using IpMarketplace.GraphQL.Tests.Building.Bookshop;

namespace IpMarketplace.GraphQL.Tests.Building;

public sealed class MutationConventionTests
{
    private const string SetPrice = """
        mutation($input: SetPriceInput!) {
          setPrice(input: $input) { book { title price } errors { __typename ... on Error { message } ... on IsFree { code } } }
        }
        """;

    private readonly Shop _shop = new();

    [Fact]
    public async Task A_result_is_named_after_its_type() => Assert.Equal(
        """{"data":{"setPrice":{"book":{"title":"Call to Arms","price":12.5},"errors":null}}}""",
        await SetAsync(1, "12.5"));

    [Fact]
    public async Task A_declared_error_is_a_member_of_the_union() => Assert.Equal(
        """{"data":{"setPrice":{"book":null,"errors":[{"__typename":"IsFree","message":"It is free.","code":"ISFREE"}]}}}""",
        await SetAsync(1, "0"));

    [Fact]
    public async Task An_error_common_to_all_mutations_needs_no_declaration() => Assert.Equal(
        """{"data":{"setPrice":{"book":null,"errors":[{"__typename":"NoSuchBook","message":"There is no 7."}]}}}""",
        await SetAsync(7, "1"));

    [Fact]
    public async Task A_declared_exception_becomes_an_error() => Assert.Equal(
        """{"data":{"setPrice":{"book":null,"errors":[{"__typename":"TillJammedError","message":"The till jams."}]}}}""",
        await SetAsync(1, "-1"));

    [Fact]
    public async Task An_undeclared_error_is_a_fault_of_the_program_that_clients_do_not_see()
    {
        var answer = await SetAsync(1, "13");

        Assert.Contains("\"code\":\"UNEXPECTED_ERROR\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Undeclared", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loose_parameters_are_gathered_into_an_input() => Assert.Equal(
        """{"data":{"a":{"boolean":true},"b":{"boolean":false}}}""",
        await _shop.AskAsync($$"""mutation { a: rename(input: { bookId: "{{Ids.Book(1)}}" }) { boolean } b: rename(input: { bookId: "{{Ids.Book(1)}}", title: "" }) { boolean } }"""));

    [Fact]
    public async Task Without_parameters_there_is_no_input_and_a_mutation_may_name_its_result_or_have_no_payload() => Assert.Equal(
        """{"data":{"closeShop":{"closed":true},"ring":3}}""",
        await _shop.AskAsync("mutation { closeShop { closed } ring(times: 3) }"));

    [Fact]
    public async Task Middleware_sees_every_mutation_and_its_own_result_outermost_first()
    {
        var seen = new List<string>();
        var shop = new Shop(builder => builder
            .UseMutationMiddleware(async (context, next) =>
            {
                seen.Add($"before {context.Selection.Field.Name}");
                await next(context);
                seen.Add(context.Result is IFieldResult { IsSuccess: true, Value: Book book } ? $"after {book.Price}" : "refused");
            })
            .UseMutationMiddleware(async (context, next) =>
            {
                seen.Add("inner");
                await next(context);
            }));

        await SetAsync(1, "5", shop);
        await SetAsync(1, "0", shop);

        Assert.Equal(["before setPrice", "inner", "after 5", "before setPrice", "inner", "refused"], seen);
    }

    private async Task<string> SetAsync(long book, string price, Shop? shop = null) =>
        await (shop ?? _shop).AskAsync(SetPrice, $$"""{ "input": { "bookId": "{{Ids.Book(book)}}", "price": {{price}} } }""");
}
