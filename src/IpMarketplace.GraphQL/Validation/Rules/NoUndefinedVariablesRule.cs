using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>5.8.3: any variable used within the context of an operation, fragments included, must be defined at its top level.</summary>
public sealed class NoUndefinedVariablesRule(ValidationContext context)
    : ValidationRule(context), ILeave<DocumentNode>
{
    /// <inheritdoc />
    protected override string Section => "sec-All-Variable-Uses-Defined";

    /// <inheritdoc />
    public void Leave(DocumentNode node)
    {
        foreach (var operation in Context.Operations)
        {
            var defined = operation.VariableDefinitions.Select(definition => definition.Variable.Name).ToHashSet();
            foreach (var usages in Context.ReachableFrom(operation))
            {
                foreach (var usage in usages.Variables)
                {
                    if (!defined.Contains(usage.Variable.Name)) ReportUndefined(usage.Variable, operation);
                }
            }
        }
    }

    private void ReportUndefined(VariableNode variable, OperationDefinitionNode operation)
    {
        var where = operation.Name is { } name ? $" by operation \"{name}\"" : "";
        Report($"Variable \"${variable.Name}\" is not defined{where}.", variable, operation);
    }
}
