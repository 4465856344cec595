namespace IpMarketplace.GraphQL.TypeSystem.Validation;

/// <summary>A type keeps what its interfaces promise (spec 3.6, Type Validation 3-4, IsValidImplementation).</summary>
internal static class ImplementationRules
{
    public static void Check(CompositeType type, List<SchemaProblem> problems)
    {
        SchemaValidator.Unique(type.Interfaces.Select(implemented => implemented.Name), name => $"Type {type} implements {name}, which", problems);
        foreach (var implemented in type.Interfaces)
        {
            if (ReferenceEquals(type, implemented) || implemented.Interfaces.Contains(type))
            {
                problems.Add(new($"Type {type} cannot implement {implemented}: the two would implement each other."));
                continue;
            }
            problems.AddRange(implemented.Interfaces.Where(further => !type.Implements(further))
                .Select(further => new SchemaProblem($"Type {type} must also implement {further}, because {implemented} does.")));
            foreach (var promised in implemented.Fields)
            {
                Field(type, implemented, promised, problems);
            }
        }
    }

    private static void Field(CompositeType type, InterfaceType implemented, OutputField promised, List<SchemaProblem> problems)
    {
        if (!type.TryGetField(promised.Name, out var field))
        {
            problems.Add(new($"Type {type} lacks the field {promised.Name}: {promised.Type} of interface {implemented}.{SchemaValidator.Of(type)}"));
            return;
        }
        if (!field.Type.IsSubtypeOf(promised.Type))
        {
            problems.Add(new($"Field {field} is of type {field.Type}, but interface {implemented} promises {promised.Type}."));
        }
        if (field.DeprecationReason is not null && promised.DeprecationReason is null)
        {
            problems.Add(new($"Field {field} is deprecated, but {promised} is not."));
        }
        foreach (var argument in promised.Arguments)
        {
            if (!field.TryGetArgument(argument.Name, out var own))
            {
                problems.Add(new($"Field {field} lacks the argument {argument.Name} of {promised}."));
            }
            else if (!own.Type.Equals(argument.Type))
            {
                problems.Add(new($"Argument {field}({own.Name}:) is of type {own.Type}, but {promised}({own.Name}:) of {argument.Type}."));
            }
        }
        problems.AddRange(field.Arguments.Where(argument => argument.IsRequired && !promised.TryGetArgument(argument.Name, out _))
            .Select(argument => new SchemaProblem($"Argument {field}({argument.Name}:) must not be required, because {promised} has no such argument.")));
    }
}
