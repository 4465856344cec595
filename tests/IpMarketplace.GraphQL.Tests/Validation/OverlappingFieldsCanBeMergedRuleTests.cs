using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Validation;
using IpMarketplace.GraphQL.Validation.Limits;

namespace IpMarketplace.GraphQL.Tests.Validation;

/// <summary>What the conformance cases do not show: where conflicts are reported, and documents made to be costly.</summary>
public sealed class OverlappingFieldsCanBeMergedRuleTests
{
    private const string Advice = " Use different aliases on the fields to fetch both if this was intentional.";

    private static readonly ValidationOptions AnySize = new()
    {
        Limits = new RequestLimits { MaxFields = int.MaxValue, MaxAliases = int.MaxValue, MaxRootFields = int.MaxValue, MaxFragments = int.MaxValue, MaxFragmentSpreads = int.MaxValue },
    };

    [Theory]
    [InlineData("{ x: count x: __typename }", "Fields \"x\" conflict because \"count\" and \"__typename\" are different fields.")]
    [InlineData("{ patent(number: \"1\") { name } patent { name } }", "Fields \"patent\" conflict because they have differing arguments.")]
    [InlineData("{ query { x: count } ...F } fragment F on Query { query { x: patent { name } } }",
        "Fields \"query.x\" conflict because they return conflicting types \"Int\" and \"Patent\".")]
    [InlineData("{ named { ... on Patent { x: number } ... on Owner { x: number } } }",
        "Fields \"named.x\" conflict because they return conflicting types \"String!\" and \"Int\".")]
    [InlineData("{ named { ... on Patent { self { x: name } } ... on Owner { y: name } self { x: __typename } } }",
        "Fields \"named.self.x\" conflict because \"name\" and \"__typename\" are different fields.")]
    public void Names_the_position_and_the_reason(string source, string message) =>
        Assert.Contains(message + Advice, TestSchema.Messages(source));

    [Theory]
    [InlineData("{ patent(filter: {year: 1, kind: DESIGN}) { name } patent(filter: {kind: DESIGN, year: 1}) { name } }")]
    [InlineData("{ patent(number: \"1\") { name } patent(number: \"\"\"1\"\"\") { number } }")]
    [InlineData("{ named { ... on Patent { x: name } ... on Owner { x: code } } }")]
    [InlineData("{ named { ... on Patent { self { x: name } } ... on Owner { self { x: __typename } } } }")]
    public void Fields_that_cannot_be_told_apart_or_never_meet_do_not_conflict(string source) => Assert.Empty(TestSchema.Messages(source));

    [Theory]
    [InlineData("count ", 15_000)]
    [InlineData("query { count } ", 4_500)]
    [InlineData("named { ... on Patent { x: name } ... on Owner { x: code } } ", 1_000)]
    public void Thousands_of_fields_in_one_position_are_merged_not_compared_pair_by_pair(string field, int times) =>
        Assert.Empty(TestSchema.Validate($"{{ {Repeat(times, _ => field)} }}", AnySize));

    [Fact]
    public void Paths_that_double_with_every_fragment_are_not_walked_one_by_one()
    {
        var doubling = Repeat(18, i => $"fragment F{i} on Query {{ a: query {{ ...F{i + 1} }} b: query {{ ...F{i + 1} }} }} ");

        Assert.Empty(TestSchema.Validate($"{{ ...F0 }} {doubling} fragment F18 on Query {{ count }}", AnySize));
    }

    [Fact]
    public void A_document_with_another_merge_at_each_of_a_hundred_thousand_positions_is_refused()
    {
        const int Depth = 18;
        // At every level the way taken adds one of two chains of fragments that go on to the bottom: no two positions merge the same fields.
        var main = Repeat(Depth, i => Fragment($"F{i}", $"...F{i + 1} ...A{i}x{i + 1}", $"...F{i + 1} ...B{i}x{i + 1}"));
        var chains = Repeat(Depth, start => Repeat(Depth, i => i <= start ? "" : Chain("A", start, i) + Chain("B", start, i)));
        var ends = Repeat(Depth, start => $"fragment A{start}x{Depth} on Query {{ count }} fragment B{start}x{Depth} on Query {{ count }} ");

        var errors = TestSchema.Validate($"{{ ...F0 }} {main} fragment F{Depth} on Query {{ count }} {chains} {ends}", AnySize);

        var error = Assert.Single(errors);
        Assert.Equal("The selections of the document are too many to be merged.", error.Message);
        Assert.Equal(ErrorCode.MergeLimitExceeded, error.Code);

        static string Chain(string name, int start, int level) =>
            Fragment($"{name}{start}x{level}", $"...{name}{start}x{level + 1}", $"...{name}{start}x{level + 1}");

        static string Fragment(string name, string left, string right) =>
            $"fragment {name} on Query {{ a: query {{ {left} }} b: query {{ {right} }} }} ";
    }

    [Fact]
    public void Cycles_of_fragments_that_meet_in_ever_new_sets_come_to_an_end()
    {
        int[] lengths = [2, 3, 5, 7, 11, 13, 17];
        var cycles = lengths.Select(length => Repeat(length, i => $"fragment C{length}x{i} on Query {{ query {{ ...C{length}x{(i + 1) % length} }} }} "));

        var errors = TestSchema.Validate($"{{ {string.Concat(lengths.Select(length => $"...C{length}x0 "))} }} {string.Concat(cycles)}");

        Assert.Equal(lengths.Length, errors.Count);
        Assert.All(errors, error => Assert.StartsWith("Cannot spread fragment", error.Message, StringComparison.Ordinal));
    }

    private static string Repeat(int times, Func<int, string> text) => string.Concat(Enumerable.Range(0, times).Select(text));
}
