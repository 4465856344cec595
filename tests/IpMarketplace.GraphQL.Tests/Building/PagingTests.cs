using IpMarketplace.GraphQL.Tests.Building.Bookshop;

namespace IpMarketplace.GraphQL.Tests.Building;

public sealed class PagingTests
{
    private readonly Shop _shop = new();

    [Fact]
    public async Task A_page_from_the_start_tells_what_follows() => Assert.Equal(
        """{"data":{"books":{"totalCount":3,"nodes":[{"title":"Call to Arms"},{"title":"Wandering"}],"pageInfo":{"hasNextPage":true,"hasPreviousPage":false,"startCursor":"MA","endCursor":"MQ"}}}}""",
        await _shop.AskAsync("{ books(first: 2) { totalCount nodes { title } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"));

    [Fact]
    public async Task A_page_after_a_cursor_follows_it() => Assert.Equal(
        """{"data":{"books":{"edges":[{"cursor":"Mg","node":{"title":"Rickshaw Boy"}}],"pageInfo":{"hasNextPage":false,"hasPreviousPage":true}}}}""",
        await _shop.AskAsync("""{ books(first: 2, after: "MQ") { edges { cursor node { title } } pageInfo { hasNextPage hasPreviousPage } } }"""));

    [Fact]
    public async Task A_page_from_the_end_tells_what_precedes() => Assert.Equal(
        """{"data":{"books":{"nodes":[{"title":"Wandering"}],"pageInfo":{"hasNextPage":true,"hasPreviousPage":true}}}}""",
        await _shop.AskAsync("""{ books(last: 1, before: "Mg") { nodes { title } pageInfo { hasNextPage hasPreviousPage } } }"""));

    [Fact]
    public async Task Pages_put_together_are_the_whole_list()
    {
        var titles = new List<string>();
        for (var cursor = "null"; cursor.Length > 0;)
        {
            var page = System.Text.Json.JsonDocument.Parse(await _shop.AskAsync($"{{ books(first: 1, after: {cursor}) {{ nodes {{ title }} pageInfo {{ hasNextPage endCursor }} }} }}")).RootElement.GetProperty("data").GetProperty("books");
            titles.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("title").GetString()!));
            var info = page.GetProperty("pageInfo");
            cursor = info.GetProperty("hasNextPage").GetBoolean() ? info.GetProperty("endCursor").GetRawText() : "";
        }

        Assert.Equal(["Call to Arms", "Wandering", "Rickshaw Boy"], titles);
    }

    [Fact]
    public async Task Filters_apply_before_the_cut() => Assert.Equal(
        """{"data":{"books":{"totalCount":1,"nodes":[{"title":"Call to Arms"}]}}}""",
        await _shop.AskAsync("{ books(filter: { binding: HARD_COVER }) { totalCount nodes { title } } }"));

    [Theory]
    [InlineData("{ pricedBooks { totalCount } }", true)]
    [InlineData("{ pricedBooks { total: totalCount } }", true)]
    [InlineData("{ pricedBooks { sum ...F } } fragment F on PricedBooksConnection { totalCount }", true)]
    [InlineData("{ pricedBooks { sum totalCount @skip(if: true) } }", false)]
    [InlineData("query($no: Boolean = false) { pricedBooks { sum totalCount @include(if: $no) } }", false)]
    [InlineData("{ pricedBooks { sum } }", false)]
    public async Task A_resolver_knows_whether_the_total_is_asked_for(string document, bool asked)
    {
        await _shop.AskAsync(document);

        Assert.Equal(asked, _shop.Service<Stock>().TotalAsked);
    }

    [Fact]
    public async Task A_queryable_is_cut_without_total() => Assert.Equal(
        """{"data":{"authors":{"nodes":[{"name":"Lu Xun"}],"pageInfo":{"hasNextPage":true}}}}""",
        await _shop.AskAsync("{ authors(first: 1) { nodes { name } pageInfo { hasNextPage } } }"));

    [Fact]
    public async Task A_connection_of_its_own_is_cut_by_its_resolver_and_carries_more() => Assert.Equal(
        """{"data":{"pricedBooks":{"sum":30.50,"totalCount":3,"edges":[{"cursor":"c1"},{"cursor":"c2"}]}}}""",
        await _shop.AskAsync("{ pricedBooks(first: 2) { sum totalCount edges { cursor } } }"));

    [Theory]
    [InlineData("first: 51", "first must be at most 50, but is 51. Ask for several pages.", "PAGE_SIZE_LIMIT_EXCEEDED")]
    [InlineData("last: 51", "last must be at most 50, but is 51. Ask for several pages.", "PAGE_SIZE_LIMIT_EXCEEDED")]
    [InlineData("first: -1", "first must not be negative, but is -1.", "INVALID_ARGUMENT")]
    [InlineData("first: 1, last: 1", "Give first or last, not both.", "INVALID_ARGUMENT")]
    [InlineData("after: \"%\"", "is not a cursor of this list.", "INVALID_ARGUMENT")]
    public async Task A_page_that_cannot_be_is_refused(string arguments, string message, string code)
    {
        var answer = await _shop.AskAsync($"{{ books({arguments}) {{ totalCount }} }}");

        Assert.Contains(message, answer, StringComparison.Ordinal);
        Assert.Contains($"\"code\":\"{code}\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_a_connection_of_its_own_is_checked_too() =>
        Assert.Contains("first must be at most 100, but is 101.", await _shop.AskAsync("{ pricedBooks(first: 101) { sum } }"), StringComparison.Ordinal);
}
