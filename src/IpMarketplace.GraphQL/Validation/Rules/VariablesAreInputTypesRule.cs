using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>5.8.2: "variables can only be input types": objects, unions and interfaces cannot be used as inputs.</summary>
public sealed class VariablesAreInputTypesRule(ValidationContext context)
    : ValidationRule(context), IEnter<VariableDefinitionNode>
{
    /// <inheritdoc />
    protected override string Section => "sec-Variables-Are-Input-Types";

    /// <inheritdoc />
    public void Enter(VariableDefinitionNode node)
    {
        if (Context.Schema.GetType(node.Type) is { } type && !type.IsInput())
            Report($"Variable \"${node.Variable.Name}\" cannot be non-input type \"{type}\".", node.Type);
    }
}
