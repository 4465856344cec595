using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Validation;
using IpMarketplace.GraphQL.Validation.Limits;

namespace IpMarketplace.GraphQL.Tests.Validation;

public sealed class IntrospectionLimitTests
{
    [Theory]
    [InlineData("{ __schema { types { fields { type { ofType { fields { name } } } } } } }")]
    [InlineData("{ __schema { types { fields { name } interfaces { name } possibleTypes { interfaces { name } } inputFields { name } } } }")]
    [InlineData("{ __type(name: \"Patent\") { ...T } } fragment T on __Type { fields { type { ...U } } } fragment U on __Type { fields { name } }")]
    public void Takes_lists_of_the_greatest_depth(string source) => Assert.Empty(TestSchema.Validate(source));

    [Theory]
    [InlineData("{ __schema { types { possibleTypes { interfaces { possibleTypes { name } } } } } }")]
    [InlineData("{ __type(name: \"Patent\") { fields { type { fields { type { inputFields { name } } } } } } }")]
    [InlineData("{ __type(name: \"Patent\") { ...T } } fragment T on __Type { fields { type { ...U } } } fragment U on __Type { fields { type { ... { interfaces { name } } } } }")]
    [InlineData("{ ...Q } fragment Q on Query { __schema { queryType { interfaces { possibleTypes { interfaces { name } } } } } }")]
    public void Refuses_deeper_ones(string source)
    {
        var error = Assert.Single(TestSchema.Validate(source));

        Assert.Equal("Lists of introspection (fields, inputFields, interfaces, possibleTypes) lie more than 2 deep in each other, fragments included.", error.Message);
        Assert.Equal((ErrorCode.IntrospectionLimitExceeded, 2), (error.Code, error.Extensions!["limit"]));
    }

    [Fact]
    public void Is_a_setting() => Assert.Empty(TestSchema.Validate(
        "{ __schema { types { possibleTypes { interfaces { possibleTypes { name } } } } } }", new ValidationOptions { Limits = RequestLimits.Default with { MaxIntrospectionLists = 3 } }));
}
