using System.Collections.Immutable;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem.Coercion;

namespace IpMarketplace.GraphQL.TypeSystem.Validation;

/// <summary>Defaults fit their types and do not contain themselves (spec 3.6.1 and 3.10, Type Validation).</summary>
internal static class DefaultValueRules
{
    public static void Check(Schema schema, List<SchemaProblem> problems)
    {
        foreach (var type in schema.Types.OfType<InputObjectType>().Where(type => HasCycle(type, new ObjectValueNode([]), [])))
        {
            problems.Add(new($"The defaults of input type {type} contain themselves without end."));
        }
        if (problems.Count > 0)
        {
            return;
        }
        foreach (var (owner, input) in All(schema))
        {
            var found = new CoercionProblems();
            if (input.DefaultLiteral is { } literal)
            {
                LiteralCoercion.Coerce(literal, input.Type, VariableValues.None, found);
            }
            problems.AddRange(found.All.Select(problem => new SchemaProblem($"{owner} has a default that does not fit: {problem}", input.DefaultLiteral!.Location)));
        }
    }

    private static IEnumerable<(string Owner, InputValue Input)> All(Schema schema) =>
    [
        .. schema.Types.OfType<CompositeType>().SelectMany(type => type.Fields).SelectMany(field => field.Arguments.Select(argument => ($"{field}({argument.Name}:)", (InputValue)argument))),
        .. schema.Types.OfType<InputObjectType>().SelectMany(type => type.Fields.Select(field => ($"{type}.{field.Name}", (InputValue)field))),
        .. schema.Directives.SelectMany(directive => directive.Arguments.Select(argument => ($"{directive}({argument.Name}:)", (InputValue)argument))),
    ];

    // Spec 3.10, InputObjectDefaultValueHasCycle.
    private static bool HasCycle(InputObjectType type, IValueNode value, ImmutableHashSet<InputField> visited) => value switch
    {
        ListValueNode list => list.Items.Any(item => HasCycle(type, item, visited)),
        ObjectValueNode given => type.Fields.Any(field => HasCycle(field, given, visited)),
        _ => false,
    };

    private static bool HasCycle(InputField field, ObjectValueNode given, ImmutableHashSet<InputField> visited)
    {
        if (field.Type.NamedType is not InputObjectType type)
        {
            return false;
        }
        if (given.Fields.FirstOrDefault(member => member.Name == field.Name) is { } member)
        {
            return HasCycle(type, member.Value, visited);
        }
        return field.DefaultLiteral is { } literal && (visited.Contains(field) || HasCycle(type, literal, visited.Add(field)));
    }
}
