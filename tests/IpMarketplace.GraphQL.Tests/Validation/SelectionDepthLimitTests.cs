using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Validation;
using IpMarketplace.GraphQL.Validation.Limits;

namespace IpMarketplace.GraphQL.Tests.Validation;

public sealed class SelectionDepthLimitTests
{
    private static readonly ValidationOptions ThreeDeep = new() { Limits = RequestLimits.Default with { MaxDepth = 3 } };

    [Theory]
    [InlineData("{ query { query { count } } }")]
    [InlineData("{ ... { ... on Query { query { query { ... { count } } } } } }")]
    [InlineData("{ query { ...F } } fragment F on Query { query { count } }")]
    public void Takes_fields_of_the_greatest_depth(string source) => Assert.Empty(TestSchema.Validate(source, ThreeDeep));

    [Theory]
    [InlineData("{ query { query { query { count } } } }")]
    [InlineData("{ query { ...F } query { query { count } } } fragment F on Query { query { query { count } } }")]
    [InlineData("{ query { ...F } } fragment F on Query { query { ...G } } fragment G on Query { query { count } }")]
    public void Refuses_deeper_ones_before_any_rule_looks_at_them(string source)
    {
        var error = Assert.Single(TestSchema.Validate(source.Replace("count", "unknown", StringComparison.Ordinal), ThreeDeep));

        Assert.Equal("Fields are nested 4 levels deep, fragments included; at most 3 are allowed.", error.Message);
        Assert.Equal(ErrorCode.DepthLimitExceeded, error.Code);
    }

    [Fact]
    public void Refuses_a_chain_of_thousands_of_fragments_however_deep_fields_may_be()
    {
        var chain = string.Concat(Enumerable.Range(0, 2_000).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} }} "));

        var unlimited = RequestLimits.Default with { MaxDepth = int.MaxValue, MaxFragments = int.MaxValue };

        var errors = TestSchema.Validate("{ ...F0 } " + chain + "fragment F2000 on Query { count }", new ValidationOptions { Limits = unlimited });

        Assert.Equal("Selections are nested more than 200 levels deep, fragments included.", errors[0].Message);
        Assert.All(errors, error => Assert.Equal(ErrorCode.DepthLimitExceeded, error.Code));
    }

    [Fact]
    public void Leaves_cycles_to_their_rule() => Assert.Equal(
        ["Cannot spread fragment \"F\" within itself."],
        TestSchema.Messages("{ ...F } fragment F on Query { query { ...F } }", ThreeDeep));
}
