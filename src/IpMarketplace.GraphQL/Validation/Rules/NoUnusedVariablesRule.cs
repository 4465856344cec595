using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>5.8.4: all variables defined by an operation must be used in that operation or a fragment transitively included by it.</summary>
public sealed class NoUnusedVariablesRule(ValidationContext context)
    : ValidationRule(context), ILeave<DocumentNode>
{
    /// <inheritdoc />
    protected override string Section => "sec-All-Variables-Used";

    /// <inheritdoc />
    public void Leave(DocumentNode node)
    {
        foreach (var operation in Context.Operations)
        {
            if (operation.VariableDefinitions.IsEmpty) continue;
            var used = Context.ReachableFrom(operation).SelectMany(usages => usages.Variables).Select(usage => usage.Variable.Name).ToHashSet();
            foreach (var definition in operation.VariableDefinitions)
            {
                if (!used.Contains(definition.Variable.Name)) ReportUnused(definition, operation);
            }
        }
    }

    private void ReportUnused(VariableDefinitionNode definition, OperationDefinitionNode operation)
    {
        var name = definition.Variable.Name;
        Report(operation.Name is null ? $"Variable \"${name}\" is never used." : $"Variable \"${name}\" is never used in operation \"{operation.Name}\".", definition);
    }
}
