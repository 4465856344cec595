using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Sdl;
using IpMarketplace.GraphQL.Validation;

namespace IpMarketplace.GraphQL.Tests.Validation;

/// <summary>A small schema in which every validation test is at home.</summary>
internal static class TestSchema
{
    public static Schema Schema { get; } = SchemaBuilder.FromSdl(
        """
        directive @mark(note: String!) on FIELD
        enum Kind { INVENTION, DESIGN }
        input Filter { kind: Kind, year: Int! }
        interface Named { name: String, self: Named }
        type Patent implements Named { name: String, self: Named, number: String!, owner: Owner }
        type Owner implements Named { name: String, self: Named, code: String, number: Int }
        type Query { patent(number: String, filter: Filter): Patent, named: Named, query: Query, count: Int }
        type Subscription { granted: Patent, expired: Patent }
        """).Build();

    public static IReadOnlyList<IError> Validate(string source, ValidationOptions? options = null, params IEnumerable<RuleFactory> rules) =>
        new DocumentValidator(Schema, options, rules).Validate(Utf8GraphQLParser.Parse(source));

    public static IEnumerable<string> Messages(string source, ValidationOptions? options = null) => Validate(source, options).Select(error => error.Message);
}
