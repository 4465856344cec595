using System.Collections.Immutable;
using System.Text.Json;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem.Scalars;

namespace IpMarketplace.GraphQL.TypeSystem.Coercion;

/// <summary>Turns what a request says into what resolvers take, by the rules of each type (spec 3.5-3.12, 6.1.2, 6.4.1).</summary>
public static class InputCoercion
{
    /// <summary>Coerces the variables of a request (spec 6.1.2, CoerceVariableValues).</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="definitions">The variables the operation takes, each of an input type.</param>
    /// <param name="given">The JSON object sent along; undefined or null for none.</param>
    /// <param name="problems">Receives what is wrong, each below the variable's name with its dollar sign.</param>
    /// <param name="files">The files that came with the request, by the texts that stand for them; null for none.</param>
    public static VariableValues CoerceVariables(
        Schema schema, ImmutableArray<VariableDefinitionNode> definitions, JsonElement given, CoercionProblems problems, IReadOnlyDictionary<string, IFile>? files = null)
    {
        if (definitions.IsEmpty)
        {
            return VariableValues.None;
        }
        var values = new Dictionary<string, object?>(definitions.Length);
        foreach (var definition in definitions)
        {
            var since = problems.Count;
            var name = definition.Variable.Name;
            var type = schema.GetType(definition.Type) ?? throw new InvalidOperationException($"The type of ${name} is not in the schema: the document is not valid.");
            if (given.ValueKind == JsonValueKind.Object && given.TryGetProperty(name, out var json))
            {
                values[name] = new JsonCoercion(files, problems).Coerce(json, type);
            }
            else if (definition.DefaultValue is { } literal)
            {
                values[name] = LiteralCoercion.Coerce(literal, type, VariableValues.None, problems);
            }
            else if (type is NonNullType)
            {
                problems.Add($"A value of type {type} is required, but none was given.");
            }
            problems.Below(since, $"${name}");
        }
        return new VariableValues(values);
    }

    /// <summary>Coerces the arguments of a field or directive (spec 6.4.1, CoerceArgumentValues). With problems, the result is not to be used.</summary>
    /// <param name="definitions">The arguments as the schema has them.</param>
    /// <param name="given">The arguments as the document has them.</param>
    /// <param name="variables">The request's variables.</param>
    /// <param name="problems">Receives what is wrong, each below the argument's name.</param>
    public static ArgumentValues CoerceArguments(
        ImmutableArray<Argument> definitions, ImmutableArray<ArgumentNode> given, IVariableValues variables, CoercionProblems problems)
    {
        if (definitions.IsEmpty)
        {
            return ArgumentValues.None;
        }
        var values = new object?[definitions.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var since = problems.Count;
            values[i] = CoerceArgument(definitions[i], Find(given, definitions[i].Name), variables, problems);
            if (problems.Count > since)
            {
                problems.Below(since, definitions[i].Name);
            }
        }
        return new ArgumentValues(values);
    }

    /// <summary>Whether arguments can be coerced once for all requests: none of them holds a variable.</summary>
    public static bool AreConstant(ImmutableArray<ArgumentNode> given)
    {
        foreach (var argument in given)
        {
            if (HoldsVariable(argument.Value))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Coerces a default value; the schema has been found valid, so it fits.</summary>
    internal static object? CoerceDefault(InputValue definition)
    {
        var problems = new CoercionProblems();
        var value = Accept(definition, LiteralCoercion.Coerce(definition.DefaultLiteral!, definition.Type, VariableValues.None, problems), since: 0, problems);
        return problems.Count == 0 ? value : throw new InvalidOperationException($"The default of {definition.Name} does not fit {definition.Type}: {problems.All[0]}");
    }

    /// <summary>Gives a coerced value the shape that the C# member wants, unless coercing it has met problems since.</summary>
    internal static object? Accept(InputValue definition, object? value, int since, CoercionProblems problems) =>
        value is null || problems.Count > since || definition.Converter is not { } convert ? value : convert(value, problems);

    /// <summary>The value of an input field or argument that was not given.</summary>
    internal static object? Missing(InputValue definition, CoercionProblems problems)
    {
        if (definition.HasDefault)
        {
            return definition.DefaultValue;
        }
        if (definition.Type is NonNullType)
        {
            problems.Add($"A value of type {definition.Type} is required, but none was given.");
        }
        return ArgumentValues.Absent;
    }

    private static object? CoerceArgument(Argument definition, IValueNode? given, IVariableValues variables, CoercionProblems problems)
    {
        var since = problems.Count;
        var value = given is null ? ArgumentValues.Absent : LiteralCoercion.Coerce(given, definition.Type, variables, problems);
        return ReferenceEquals(value, ArgumentValues.Absent) ? Missing(definition, problems) : Accept(definition, value, since, problems);
    }

    private static IValueNode? Find(ImmutableArray<ArgumentNode> given, string name)
    {
        foreach (var argument in given)
        {
            if (argument.Name == name)
            {
                return argument.Value;
            }
        }
        return null;
    }

    private static bool HoldsVariable(IValueNode value) => value switch
    {
        VariableNode => true,
        ListValueNode list => list.Items.Any(HoldsVariable),
        ObjectValueNode fields => fields.Fields.Any(field => HoldsVariable(field.Value)),
        _ => false,
    };
}
