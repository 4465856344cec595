using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>5.2.1.1: the root operation type of every operation must exist.</summary>
public sealed class KnownOperationTypesRule(ValidationContext context)
    : ValidationRule(context), IEnter<OperationDefinitionNode>
{
    /// <inheritdoc />
    protected override string Section => "sec-Operation-Type-Existence";

    /// <inheritdoc />
    public void Enter(OperationDefinitionNode node)
    {
        if (Context.Schema.GetRootType(node.Operation) is null)
            Report($"The {node.Operation.ToString().ToLowerInvariant()} operation is not supported by the schema.", node);
    }
}
