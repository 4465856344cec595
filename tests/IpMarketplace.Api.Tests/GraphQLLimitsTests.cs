using IpMarketplace.Testing;

namespace IpMarketplace.Api.Tests;

/// <summary>The limits as the server sets them.</summary>
public sealed class GraphQLLimitsTests
{
    [Theory]
    [InlineData("Tokens=10", "{ viewer { __typename } a: viewer { __typename } }", "TOKEN_LIMIT_EXCEEDED", 10)]
    [InlineData("Nesting=2", "{ patents { nodes { id } } }", "NESTING_LIMIT_EXCEEDED", 2)]
    [InlineData("Directives=1", "{ __typename @skip(if: false) viewer @skip(if: true) { __typename } }", "DIRECTIVE_LIMIT_EXCEEDED", 1)]
    [InlineData("DirectivesPerPlace=1", "{ __typename @skip(if: false) @include(if: true) }", "DIRECTIVE_LIMIT_EXCEEDED", 1)]
    [InlineData("Fragments=1", "{ ...F ...G } fragment F on Query { __typename } fragment G on Query { __typename }", "FRAGMENT_LIMIT_EXCEEDED", 1)]
    [InlineData("FragmentSpreads=1", "{ ... { __typename } ... { __typename } }", "FRAGMENT_LIMIT_EXCEEDED", 1)]
    [InlineData("Depth=2", "{ patents { nodes { id } } }", "DEPTH_LIMIT_EXCEEDED", 2)]
    [InlineData("RootFields=1", "{ __typename viewer { __typename } }", "ROOT_FIELD_LIMIT_EXCEEDED", 1)]
    [InlineData("Aliases=1", "{ a: __typename b: __typename }", "ALIAS_LIMIT_EXCEEDED", 1)]
    [InlineData("Fields=2", "{ patents { nodes { id } } }", "FIELD_LIMIT_EXCEEDED", 2)]
    [InlineData("MergedFields=2", "{ a: __typename a: __typename a: __typename }", "MERGE_LIMIT_EXCEEDED", 2)]
    [InlineData("Cost=20", "{ patents { nodes { id } } }", "COST_LIMIT_EXCEEDED", 20)]
    [InlineData("PageSize=10", "{ patents(first: 11) { nodes { id } } }", "PAGE_SIZE_LIMIT_EXCEEDED", 10)]
    public async Task Each_is_a_setting(string setting, string document, string code, int limit)
    {
        await using var market = await TestMarketplace.StartAsync(settings: [$"--GraphQL:Limits:{setting}"]);

        var fault = (await market.QueryAsync(document)).Faulted(code);

        Assert.Equal(limit, fault.GetProperty("extensions").GetProperty("limit").GetInt32());
    }

    [Fact]
    public async Task Lists_in_variables_are_counted()
    {
        await using var market = await TestMarketplace.StartAsync(settings: ["--GraphQL:Limits:ListItems=3"]);

        var fault = (await market.QueryAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = new[] { "a", "b", "c", "d" } })).Faulted("LIST_LIMIT_EXCEEDED");

        Assert.Equal("The lists in the variables hold more than 3 items in all.", fault.GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("{ patents(first: 100) { nodes { listings { patent { listings { patent { listings { patent { title } } } } } } } } }")]
    [InlineData("{ patents(first: 100) { edges { node { listings { organization { name } patent { openLicence { patentee { name } patent { openLicence { bars { __typename } } } } } } } } } }")]
    public async Task Products_of_lists_are_refused_by_what_they_would_cost(string document)
    {
        await using var market = await TestMarketplace.StartAsync();

        var fault = (await market.QueryAsync(document)).Faulted("COST_LIMIT_EXCEEDED");

        Assert.InRange(fault.GetProperty("extensions").GetProperty("cost").GetInt32(), 10_001, 100_000);
    }
}
