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
            var unused = operation.VariableDefinitions.Select(definition => definition.Variable.Name).ToHashSet();
            foreach (var usages in Context.ReachableFrom(operation))
            {
                foreach (var usage in usages.Variables) unused.Remove(usage.Variable.Name);
                if (unused.Count == 0) break;
            }

            foreach (var definition in operation.VariableDefinitions)
            {
                if (unused.Contains(definition.Variable.Name)) ReportUnused(definition, operation);
            }
        }
    }

    private void ReportUnused(VariableDefinitionNode definition, OperationDefinitionNode operation)
    {
        var where = operation.Name is { } name ? $" in operation \"{name}\"" : "";
        Report($"Variable \"${definition.Variable.Name}\" is never used{where}.", definition);
    }
}
