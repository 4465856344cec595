using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>5.8.5: variable usages must be compatible with the arguments they are passed to, and non-nullable in a OneOf input object.</summary>
public sealed class VariablesInAllowedPositionRule(ValidationContext context)
    : ValidationRule(context), ILeave<DocumentNode>
{
    /// <inheritdoc />
    protected override string Section => "sec-All-Variable-Usages-Are-Allowed";

    /// <inheritdoc />
    public void Leave(DocumentNode node)
    {
        foreach (var operation in Context.Operations)
        {
            if (operation.VariableDefinitions.IsEmpty) continue;
            var variables = new Dictionary<string, (VariableDefinitionNode, IType)>();
            foreach (var definition in operation.VariableDefinitions)
            {
                if (Context.Schema.GetType(definition.Type) is { } type) variables[definition.Variable.Name] = (definition, type);
            }

            foreach (var usages in Context.ReachableFrom(operation))
            {
                foreach (var usage in usages.Variables)
                {
                    if (variables.TryGetValue(usage.Variable.Name, out var variable)) Check(usage, variable.Item1, variable.Item2);
                }
            }
        }
    }

    private void Check(in VariableUsage usage, VariableDefinitionNode definition, IType type)
    {
        if (usage.Type is not { } expected) return;
        if (usage.OneOf is { } oneOf && !type.IsNonNull())
        {
            Report(
                $"Variable \"${usage.Variable.Name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{oneOf.Name}\".",
                definition, usage.Variable);
        }

        if (!IsAllowed(usage, definition, type, expected))
            Report($"Variable \"${usage.Variable.Name}\" of type \"{type}\" used in position expecting type \"{expected}\".", definition, usage.Variable);
    }

    /// <summary>IsVariableUsageAllowed(variableDefinition, variableUsage): a default on either side makes up for null.</summary>
    private static bool IsAllowed(in VariableUsage usage, VariableDefinitionNode definition, IType type, IType expected)
    {
        if (!expected.IsNonNull() || type.IsNonNull()) return type.IsSubtypeOf(expected);
        var hasDefault = definition.DefaultValue is not (null or NullValueNode) || usage.HasDefault;
        return hasDefault && type.IsSubtypeOf(expected.Nullable);
    }
}
