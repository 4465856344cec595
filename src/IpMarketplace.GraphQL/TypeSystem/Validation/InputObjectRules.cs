namespace IpMarketplace.GraphQL.TypeSystem.Validation;

/// <summary>Input objects (spec 3.10, Type Validation; 3.10.1 for OneOf).</summary>
internal static class InputObjectRules
{
    public static void Check(InputObjectType type, List<SchemaProblem> problems)
    {
        if (type.Fields.IsEmpty)
        {
            problems.Add(new($"Input type {type} has no fields.{SchemaValidator.Of(type)}"));
        }
        SchemaValidator.Unique(type.Fields.Select(field => field.Name), name => $"Input field {type}.{name}", problems);
        foreach (var field in type.Fields)
        {
            SchemaValidator.Name(field.Name, $"input field {type}.{field.Name}", problems);
            FieldRules.Input(field, $"Input field {type}.{field.Name}", problems);
            if (type.IsOneOf && field.Type is NonNullType)
            {
                problems.Add(new($"Input field {type}.{field.Name} must allow null, because {type} is a OneOf."));
            }
            if (type.IsOneOf && field.HasDefault)
            {
                problems.Add(new($"Input field {type}.{field.Name} must not have a default, because {type} is a OneOf."));
            }
        }
    }

    /// <summary>"circular references … at least one must be nullable or a list" (spec 3.10, Circular References).</summary>
    public static void CheckCycles(Schema schema, List<SchemaProblem> problems)
    {
        var done = new HashSet<InputObjectType>();
        var trail = new List<InputField>();
        foreach (var type in schema.Types.OfType<InputObjectType>())
        {
            Follow(type, type);
        }

        void Follow(InputObjectType start, InputObjectType type)
        {
            foreach (var field in type.Fields)
            {
                if (field.Type is not NonNullType { Nullable: InputObjectType next } || done.Contains(next) || trail.Contains(field))
                {
                    continue;
                }
                trail.Add(field);
                if (ReferenceEquals(next, start))
                {
                    problems.Add(new($"Input type {start} can never be given: it requires itself by {string.Join(" → ", trail.Select(step => step.Name))}. Let one of these allow null."));
                }
                else
                {
                    Follow(start, next);
                }
                trail.RemoveAt(trail.Count - 1);
            }
            if (ReferenceEquals(start, type))
            {
                done.Add(type);
            }
        }
    }
}
