using System.Collections.Immutable;
using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.TypeSystem.Validation;

/// <summary>Definitions of directives (spec 3.13, Type Validation).</summary>
internal static class DirectiveRules
{
    public static void Check(Schema schema, List<SchemaProblem> problems)
    {
        SchemaValidator.Unique(schema.Directives.Select(directive => directive.Name), name => $"Directive @{name}", problems);
        foreach (var directive in schema.Directives)
        {
            SchemaValidator.Name(directive.Name, $"directive {directive}", problems);
            FieldRules.Arguments(directive.Arguments, directive.ToString(), problems);
            if (directive.Arguments.Any(argument => Refers(argument, directive, schema, [])))
            {
                problems.Add(new($"The definition of directive {directive} must not refer to {directive} itself, neither directly nor by the types of its arguments."));
            }
        }
    }

    private static bool Refers(InputValue input, DirectiveType directive, Schema schema, HashSet<object> seen) =>
        Refers(input.Directives, directive, schema, seen) || Refers(input.Type.NamedType, directive, schema, seen);

    private static bool Refers(NamedType type, DirectiveType directive, Schema schema, HashSet<object> seen) => seen.Add(type)
        && (Refers(type.Directives, directive, schema, seen) || type switch
        {
            InputObjectType input => input.Fields.Any(field => Refers(field, directive, schema, seen)),
            EnumType some => some.Values.Any(value => Refers(value.Directives, directive, schema, seen)),
            _ => false,
        });

    private static bool Refers(ImmutableArray<DirectiveNode> applied, DirectiveType directive, Schema schema, HashSet<object> seen) => applied.Any(node =>
        node.Name == directive.Name
        || (schema.TryGetDirective(node.Name, out var other) && seen.Add(other) && other.Arguments.Any(argument => Refers(argument, directive, schema, seen))));
}
