using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>5.2.2.1: each named operation definition must be unique within a document when referred to by its name.</summary>
public sealed class UniqueOperationNamesRule(ValidationContext context)
    : ValidationRule(context), IEnter<OperationDefinitionNode>
{
    private readonly HashSet<string> _names = [];

    /// <inheritdoc />
    protected override string Section => "sec-Operation-Name-Uniqueness";

    /// <inheritdoc />
    public void Enter(OperationDefinitionNode node)
    {
        if (node.Name is { } name && !_names.Add(name)) Report($"There can be only one operation named \"{name}\".", node);
    }
}
