using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Validation;
using IpMarketplace.GraphQL.Validation.Limits;

namespace IpMarketplace.GraphQL.Tests.Validation;

/// <summary>Each limit takes what is at it, and refuses one more by a code of its own, before any rule looks at the document.</summary>
public sealed class DocumentLimitTests
{
    private static readonly ValidationOptions Small = new()
    {
        Limits = new RequestLimits { MaxDepth = 3, MaxRootFields = 3, MaxAliases = 2, MaxFields = 5, MaxFragments = 2, MaxFragmentSpreads = 3 },
    };

    [Theory]
    [InlineData("{ query { query { count } } }")]
    [InlineData("{ count ...F } fragment F on Query { x: count y: count }")]
    [InlineData("{ query { x: count ...F } } fragment F on Query { y: count }")]
    [InlineData("{ ...F ... { ...G } } fragment F on Query { count } fragment G on Query { count }")]
    [InlineData("query A { a: count b: count c } query B { a: count b: count c }")]
    public void Takes_what_is_at_the_limit(string source) => Assert.Empty(TestSchema.Validate(source.Replace(" c ", " count ", StringComparison.Ordinal), Small));

    [Theory]
    [InlineData("{ query { query { query { unknown } } } }", "DEPTH_LIMIT_EXCEEDED", 3, "Fields are nested 4 levels deep, fragments included; at most 3 are allowed.")]
    [InlineData("{ unknown count ...F } fragment F on Query { x: count ... { y: count } }", "ROOT_FIELD_LIMIT_EXCEEDED", 3, "More than 3 root fields are selected, fragments included.")]
    [InlineData("{ x: unknown query { ...F } } fragment F on Query { y: count z: count }", "ALIAS_LIMIT_EXCEEDED", 2, "More than 2 aliases are used, fragments included.")]
    [InlineData("{ query { ...F query { ...F } } } fragment F on Query { unknown count }", "FIELD_LIMIT_EXCEEDED", 5, "More than 5 fields are selected, fragments included.")]
    [InlineData("{ unknown } fragment F on Query { a } fragment G on Query { a } fragment H on Query { a }", "FRAGMENT_LIMIT_EXCEEDED", 2, "More than 2 fragments are defined.")]
    [InlineData("{ ...F ... { ...F } ...F unknown } fragment F on Query { a }", "FRAGMENT_LIMIT_EXCEEDED", 3, "Fragments are spread in 4 places; at most 3 are allowed.")]
    public void Refuses_one_more(string source, string code, int limit, string message)
    {
        var error = Assert.Single(TestSchema.Validate(source, Small));

        Assert.Equal((message, code, limit), (error.Message, error.Code, error.Extensions!["limit"]));
    }

    [Fact]
    public void Takes_the_usual_introspection_query_by_default() =>
        Assert.Empty(TestSchema.Validate(
            """
            query IntrospectionQuery {
              __schema {
                queryType { name } mutationType { name } subscriptionType { name }
                types { ...FullType }
                directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
              }
            }
            fragment FullType on __Type {
              kind name description specifiedByURL isOneOf
              fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
              inputFields(includeDeprecated: true) { ...InputValue }
              interfaces { ...TypeRef }
              enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
              possibleTypes { ...TypeRef }
            }
            fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
            fragment TypeRef on __Type {
              kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType {
                kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }
            }
            """));

    [Fact]
    public void A_document_made_to_unfold_without_end_is_refused_at_once()
    {
        var doubling = string.Concat(Enumerable.Range(0, 150).Select(i => $"fragment F{i} on Query {{ a: query {{ ...F{i + 1} }} b: query {{ ...F{i + 1} }} }} "));

        var errors = TestSchema.Validate($"{{ ...F0 }} {doubling} fragment F150 on Query {{ count }}");

        Assert.All(errors, error => Assert.Equal(ErrorCode.DepthLimitExceeded, error.Code));
    }
}
