using System.Text.Json;
using IpMarketplace.Api.Tests.Demo;
using IpMarketplace.Catalogue.Reactions;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Api.Tests.Catalogue;

/// <summary>Searches in the demo over HTTP, as a visitor.</summary>
[Collection(DemoMarketplaceTests.Name)]
public sealed class SearchOverHttpTests(DemoMarketplace demo)
{
    private const string Operation = "catalogue/patents.graphql";
    private const string Robot = "一种丘陵山地果园自主除草机器人及其路径规划方法";

    [Theory]
    [InlineData("果园除草机器人")]
    [InlineData("果園除草機器人")]
    [InlineData("orchard weeding robots")]
    [InlineData("ZL201919000001.6")]
    [InlineData("CN199000001B")]
    public async Task A_visitor_finds_a_patent_in_chinese_in_english_and_by_its_number(string query)
    {
        var found = await PatentsAsync(new { query, first = 5 });
        Assert.Equal(Robot, Titles(found)[0]);
    }

    [Fact]
    public async Task What_matched_is_marked_in_both_titles()
    {
        var edge = (await PatentsAsync(new { query = "除草机器人 weeding", first = 1 })).GetProperty("edges")[0];
        var highlights = edge.GetProperty("highlights").EnumerateArray().ToList();
        Assert.Equal(["TITLE", "TITLE_EN"], highlights.Select(highlight => highlight.GetProperty("field").GetString()));
        Assert.Equal(Robot, string.Concat(Fragments(highlights[0]).Select(fragment => fragment.Text)));
        Assert.Equal(["除草机器人"], Fragments(highlights[0]).Where(fragment => fragment.Matched).Select(fragment => fragment.Text));
        Assert.Equal(["weeding"], Fragments(highlights[1]).Where(fragment => fragment.Matched).Select(fragment => fragment.Text));
        Assert.True(edge.GetProperty("score").GetDouble() > 0);
    }

    [Fact]
    public async Task Abstracts_are_marked_when_asked_for()
    {
        var answer = (await demo.Server.QueryAsync("""{ patents(query: "双目相机", first: 1) { edges { abstractHighlights { field fragments { text matched } } } } }""")).Succeeded();
        var highlight = answer["patents.edges"][0].GetProperty("abstractHighlights")[0];
        Assert.Equal("ABSTRACT", highlight.GetProperty("field").GetString());
        Assert.Contains(("双目相机", true), Fragments(highlight));
    }

    [Fact]
    public async Task Narrowing_by_a_facet_finds_as_many_as_it_counted()
    {
        var all = await PatentsAsync(new { });
        foreach (var (facet, value, filter) in new[] { ("sections", "section", "sections"), ("provinces", "code", "provinces"), ("offerKinds", "kind", "offerKinds"), ("feeBands", "band", "feeBands"), ("institutionKinds", "kind", "institutionKinds"), ("kinds", "kind", "kinds") })
        {
            foreach (var entry in all.GetProperty("facets").GetProperty(facet).EnumerateArray())
            {
                var narrowed = await PatentsAsync(new { filter = new Dictionary<string, object> { [filter] = new[] { entry.GetProperty(value).GetString() } } });
                Assert.Equal(entry.GetProperty("count").GetInt32(), narrowed.GetProperty("totalCount").GetInt32());
                Assert.Equal(all.GetProperty("facets").GetProperty(facet).ToString(), narrowed.GetProperty("facets").GetProperty(facet).ToString());
            }
        }
        Assert.Equal(8, all.GetProperty("facets").GetProperty("sections").EnumerateArray().Count(entry => entry.GetProperty("count").GetInt32() > 0));
    }

    [Fact]
    public async Task Pages_of_every_order_meet_every_patent_once()
    {
        foreach (var orderBy in new[] { "RELEVANCE", "NEWEST", "FEE_ASC", "FEE_DESC", "EXPIRY", "GRANT_DATE" })
        {
            var met = new List<string>();
            string? after = null;
            JsonElement page;
            do
            {
                page = await PatentsAsync(new { orderBy, first = 30, after });
                met.AddRange(page.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("id").GetString()!));
                after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
            }
            while (page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
            Assert.Equal(page.GetProperty("totalCount").GetInt32(), met.Count);
            Assert.Equal(met.Count, met.Distinct().Count());
        }
    }

    [Fact]
    public async Task Offers_come_first_and_can_be_sorted_by_fee()
    {
        var first = (await PatentsAsync(new { first = 1 })).GetProperty("edges")[0].GetProperty("node");
        Assert.NotEqual(JsonValueKind.Null, first.GetProperty("offer").ValueKind);
        var cheapest = await PatentsAsync(new { orderBy = "FEE_ASC", filter = new { accepting = true }, first = 100 });
        var fees = cheapest.GetProperty("edges").EnumerateArray()
            .Select(edge => edge.GetProperty("node").GetProperty("offer").GetProperty("fee"))
            .Select(fee => fee.GetProperty("structure").GetString() == "FREE" ? 0 : fee.GetProperty("fixedAmount") is { ValueKind: not JsonValueKind.Null } amount ? decimal.Parse(amount.ToString(), System.Globalization.CultureInfo.InvariantCulture) : decimal.MaxValue)
            .ToList();
        Assert.True(fees.Count > 5);
        Assert.Equal(fees.Order(), fees);
    }

    [Theory]
    [InlineData("""{ patents(after: "nonsense") { totalCount } }""", "INVALID_ARGUMENT")]
    [InlineData("""{ patents(filter: { sections: ["Z"] }) { totalCount } }""", "INVALID_ARGUMENT")]
    [InlineData("""{ patents(filter: { ipc: ["battery"] }) { totalCount } }""", "INVALID_ARGUMENT")]
    [InlineData("""{ patents(filter: { provinces: ["99"] }) { totalCount } }""", "INVALID_ARGUMENT")]
    [InlineData("""{ patents(filter: { fields: [36] }) { totalCount } }""", "INVALID_ARGUMENT")]
    [InlineData("""{ patents(filter: { owners: ["nonsense"] }) { totalCount } }""", "INVALID_ID")]
    [InlineData("""{ patents(query: "电池", after: "AAAAAAAAAAAAAAAAAAAAAAA") { totalCount } }""", "INVALID_ARGUMENT")]
    [InlineData("""{ patents(first: 101) { totalCount } }""", "PAGE_SIZE_LIMIT_EXCEEDED")]
    public async Task What_is_malformed_is_named(string document, string code) => (await demo.Server.QueryAsync(document)).Faulted(code);

    [Fact]
    public async Task More_than_can_be_searched_for_is_refused_with_the_limit_before_anything_is_searched()
    {
        var tooLong = (await demo.Server.QueryAsync(Operation, new { query = new string('x', 1_000_000) })).Faulted("QUERY_LIMIT_EXCEEDED");
        Assert.Equal(500, tooLong.GetProperty("extensions").GetProperty("limit").GetInt32());
        Assert.Equal("query: it has 1000000 characters, at most 500 can be searched for.", tooLong.GetProperty("message").GetString());
        await PatentsAsync(new { query = new string('电', 500) });
        var tooMany = (await demo.Server.QueryAsync(Operation, new { filter = new { ipc = Enumerable.Repeat("H01M", 101) } })).Faulted("LIST_LIMIT_EXCEEDED");
        Assert.Equal("filter.ipc: it names 101 values, at most 100 are taken.", tooMany.GetProperty("message").GetString());
        var tooOdd = (await demo.Server.QueryAsync(Operation, new { filter = new { ipc = new[] { new string('x', 150) } } })).Faulted("INVALID_ARGUMENT");
        Assert.Equal("filter.ipc[0]: this is no class, subclass or group of the IPC, such as H01M 10/0525.", tooOdd.GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("𬭩", "IN_NO_PATENT")]
    [InlineData("!!!", "NO_WORD")]
    [InlineData("😀", "NO_WORD")]
    public async Task Searching_for_nothing_finds_nothing_and_says_why(string query, string because)
    {
        var found = await PatentsAsync(new { query });
        Assert.Equal((0, 0), (found.GetProperty("totalCount").GetInt32(), found.GetProperty("edges").GetArrayLength()));
        Assert.Equal(0, found.GetProperty("reading").GetProperty("searchedFor").GetArrayLength());
        var ignored = Assert.Single(found.GetProperty("reading").GetProperty("ignored").EnumerateArray());
        Assert.Equal((query, because), (ignored.GetProperty("text").GetString(), ignored.GetProperty("because").GetString()));
    }

    [Fact]
    public async Task A_generic_word_alone_finds_the_titles_that_have_it()
    {
        var all = await PatentsAsync(new { first = 100 });
        var found = await PatentsAsync(new { query = "装置", first = 100 });
        Assert.Equal(Titles(all).Where(title => title.Contains("装置", StringComparison.Ordinal)).Order(), Titles(found).Order());
        Assert.Equal(JsonValueKind.Null, all.GetProperty("reading").ValueKind);
    }

    [Fact]
    public async Task A_search_is_walked_through_with_its_own_cursors_and_no_others()
    {
        var whole = Titles(await PatentsAsync(new { query = "机器人 method", first = 100 }));
        var met = new List<string>();
        string? after = null;
        do
        {
            var page = await PatentsAsync(new { query = "机器人 method", first = 2, after });
            met.AddRange(Titles(page));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
        }
        while (after is not null && met.Count < 200);
        Assert.Equal(whole, met);
        var cursor = (await PatentsAsync(new { query = "机器人", first = 1 })).GetProperty("pageInfo").GetProperty("endCursor").GetString();
        (await demo.Server.QueryAsync(Operation, new { query = "电池", after = cursor })).Faulted("INVALID_ARGUMENT");
    }

    [Fact]
    public async Task The_catalogue_agrees_with_the_database() =>
        Assert.Empty(await demo.Server.Services.GetRequiredService<CatalogueAgreement>().VerifyAgainstDatabaseAsync(CancellationToken.None));

    private async Task<JsonElement> PatentsAsync(object variables) => (await demo.Server.QueryAsync(Operation, variables)).Succeeded()["patents"];

    private static List<string> Titles(JsonElement patents) => [.. patents.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("title").GetString()!)];

    private static IEnumerable<(string Text, bool Matched)> Fragments(JsonElement highlight) =>
        highlight.GetProperty("fragments").EnumerateArray().Select(fragment => (fragment.GetProperty("text").GetString()!, fragment.GetProperty("matched").GetBoolean()));
}
