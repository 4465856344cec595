using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Validation;
using IpMarketplace.GraphQL.Validation.Limits;

namespace IpMarketplace.GraphQL.Tests.Validation;

public sealed class SelectionSizeLimitTests
{
    private static readonly ValidationOptions FiveFields = new() { Limits = RequestLimits.Default with { MaxFields = 5 } };

    [Fact]
    public void Counts_the_fields_of_a_fragment_wherever_it_is_spread()
    {
        const string Fragment = " fragment F on Query { ... { a: count b: count } }";

        Assert.Empty(TestSchema.Validate("query A { ...F query { ...F } } query B { ...F }" + Fragment, FiveFields));
        var error = Assert.Single(TestSchema.Validate("query A { ...F query { ...F count } } query B { ...F }" + Fragment, FiveFields));
        Assert.Equal(("More than 5 fields are selected, fragments included.", ErrorCode.FieldLimitExceeded), (error.Message, error.Code));
    }

    [Fact]
    public void Refuses_a_short_document_that_selects_without_end()
    {
        var doubling = string.Concat(Enumerable.Range(0, 60).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} ... {{ ...F{i + 1} }} }} "));

        var errors = TestSchema.Validate("{ query { ...F0 } } " + doubling + "fragment F60 on Query { count }");

        Assert.Equal("More than 5000 fields are selected, fragments included.", Assert.Single(errors).Message);
    }
}
