namespace IpMarketplace.GraphQL.TypeSystem.Validation;

/// <summary>Fields and arguments of object and interface types (spec 3.6 and 3.7, Type Validation 1-2).</summary>
internal static class FieldRules
{
    public static void Check(CompositeType type, List<SchemaProblem> problems)
    {
        if (type.Fields.IsEmpty)
        {
            problems.Add(new($"Type {type} has no fields.{SchemaValidator.Of(type)}"));
        }
        SchemaValidator.Unique(type.Fields.Select(field => field.Name), name => $"Field {type}.{name}{Members(type, name)}", problems);
        foreach (var field in type.Fields)
        {
            SchemaValidator.Name(field.Name, $"field {field}", problems);
            if (!field.Type.IsOutput())
            {
                problems.Add(new($"Field {field} must be of an output type, but {field.Type} is an input object type.{Member(field)}"));
            }
            Arguments(field.Arguments, field.ToString(), problems);
        }
    }

    /// <summary>Arguments of a field or directive: unique, of input types, not reserved, and required ones not deprecated (spec 3.13.3).</summary>
    public static void Arguments(IReadOnlyList<Argument> arguments, string owner, List<SchemaProblem> problems)
    {
        SchemaValidator.Unique(arguments.Select(argument => argument.Name), name => $"Argument {owner}({name}:)", problems);
        foreach (var argument in arguments)
        {
            SchemaValidator.Name(argument.Name, $"argument {owner}({argument.Name}:)", problems);
            Input(argument, $"Argument {owner}({argument.Name}:)", problems);
        }
    }

    /// <summary>An argument or input field: of an input type, and not deprecated when required.</summary>
    public static void Input(InputValue input, string what, List<SchemaProblem> problems)
    {
        if (!input.Type.IsInput())
        {
            problems.Add(new($"{what} must be of an input type, but {input.Type} is an output type."));
        }
        if (input.IsRequired && input.DeprecationReason is not null)
        {
            problems.Add(new($"{what} is required, so it cannot be deprecated. Allow null or give a default first."));
        }
    }

    private static string Member(OutputField field) => field.Member is { } member ? $" See {member.DeclaringType?.Name}.{member.Name}." : string.Empty;

    private static string Members(CompositeType type, string name)
    {
        var members = type.Fields.Where(field => field.Name == name && field.Member is not null).Select(field => $"{field.Member!.DeclaringType?.Name}.{field.Member.Name}").ToArray();
        return members.Length == 0 ? string.Empty : $" (by {string.Join(" and ", members)})";
    }
}
