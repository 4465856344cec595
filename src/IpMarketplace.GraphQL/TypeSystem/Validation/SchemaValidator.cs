using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.TypeSystem.Validation;

/// <summary>The rules of spec 3 that a schema as a whole must keep, whatever it was built from.</summary>
public static class SchemaValidator
{
    /// <summary>Every breach found; none for a valid schema.</summary>
    public static IReadOnlyList<SchemaProblem> Validate(Schema schema)
    {
        var problems = new List<SchemaProblem>();
        RootTypes(schema, problems);
        foreach (var type in schema.Types.Where(type => !type.IsBuiltIn))
        {
            Name(type.Name, $"type {type}", problems);
            switch (type)
            {
                case ObjectType or InterfaceType:
                    FieldRules.Check((CompositeType)type, problems);
                    ImplementationRules.Check((CompositeType)type, problems);
                    break;
                case UnionType union:
                    Union(union, problems);
                    break;
                case EnumType some:
                    Enum(some, problems);
                    break;
                case InputObjectType input:
                    InputObjectRules.Check(input, problems);
                    break;
            }
        }
        InputObjectRules.CheckCycles(schema, problems);
        DirectiveRules.Check(schema, problems);
        if (problems.Count == 0)
        {
            DefaultValueRules.Check(schema, problems);
        }
        return problems;
    }

    /// <summary>"must not begin with __, which is reserved" (spec 2.1.9, Reserved Names), and is a name at all.</summary>
    internal static void Name(string name, string what, List<SchemaProblem> problems)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            problems.Add(new($"The name of {what} must not begin with \"__\": such names are reserved for introspection."));
        }
        if (name.Length == 0 || char.IsAsciiDigit(name[0]) || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
        {
            problems.Add(new($"The name of {what} must consist of ASCII letters, digits and underscores and not begin with a digit. Give it another by [GraphQLName]."));
        }
    }

    /// <summary>Adds a problem for each name that occurs again.</summary>
    internal static void Unique(IEnumerable<string> names, Func<string, string> what, List<SchemaProblem> problems) =>
        problems.AddRange(names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => new SchemaProblem($"{what(group.Key)} is defined more than once.")));

    // Spec 3.3.1: query must be there; root types are object types, each another.
    private static void RootTypes(Schema schema, List<SchemaProblem> problems)
    {
        if (!schema.RootTypes.ContainsKey(OperationType.Query))
        {
            problems.Add(new("The schema has no query root type."));
        }
        foreach (var (operation, type) in schema.RootTypes)
        {
            if (type is not ObjectType)
            {
                problems.Add(new($"The {operation.ToString().ToLowerInvariant()} root type must be an object type, but {type} is none."));
            }
        }
        Unique(schema.RootTypes.Values.Select(type => type.Name), name => $"Root types must differ, but {name}", problems);
        Unique(schema.Types.Select(type => type.Name), name => $"Type {name}", problems);
        foreach (var clash in schema.Types.Where(type => type.ClrType is not null).GroupBy(type => type.Name).Where(group => group.Count() > 1))
        {
            problems.Add(new($"The type name {clash.Key} is taken by several C# types: {string.Join(", ", clash.Select(type => type.Origin))}. Rename one by [GraphQLName]."));
        }
    }

    // Spec 3.8, Type Validation: one or more members, each an object type, each once.
    private static void Union(UnionType union, List<SchemaProblem> problems)
    {
        if (union.DeclaredMembers.IsEmpty)
        {
            problems.Add(new($"Union {union} has no members.{Of(union)}"));
        }
        problems.AddRange(union.DeclaredMembers.Where(member => member is not ObjectType)
            .Select(member => new SchemaProblem($"Union {union} may only include object types, not {member}.")));
        Unique(union.DeclaredMembers.Select(member => member.Name), name => $"Member {name} of union {union}", problems);
    }

    // Spec 3.9, Type Validation: one or more values, each once.
    private static void Enum(EnumType type, List<SchemaProblem> problems)
    {
        if (type.Values.IsEmpty)
        {
            problems.Add(new($"Enum {type} has no values.{Of(type)}"));
        }
        foreach (var value in type.Values)
        {
            Name(value.Name, $"enum value {type}.{value.Name}", problems);
        }
        Unique(type.Values.Select(value => value.Name), name => $"Enum value {type}.{name}", problems);
    }

    /// <summary>Names the C# type a message is about; nothing for schemas from text.</summary>
    internal static string Of(NamedType type) => type.Origin is { } origin ? $" It is made of the C# type {origin}." : string.Empty;
}
