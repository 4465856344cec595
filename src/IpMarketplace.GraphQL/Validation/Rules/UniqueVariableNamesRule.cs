using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>5.8.1: if any operation defines more than one variable with the same name, it is ambiguous and invalid.</summary>
public sealed class UniqueVariableNamesRule(ValidationContext context)
    : ValidationRule(context), IEnter<OperationDefinitionNode>
{
    /// <inheritdoc />
    protected override string Section => "sec-Variable-Uniqueness";

    /// <inheritdoc />
    public void Enter(OperationDefinitionNode node)
    {
        if (node.VariableDefinitions.Length < 2) return;
        var names = new HashSet<string>(node.VariableDefinitions.Length);
        foreach (var definition in node.VariableDefinitions)
        {
            var name = definition.Variable.Name;
            if (!names.Add(name)) Report($"There can be only one variable named \"${name}\".", definition.Variable);
        }
    }
}
