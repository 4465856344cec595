using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>5.5.1.1: fragment definitions are referenced by name, so each fragment's name must be unique within a document.</summary>
public sealed class UniqueFragmentNamesRule(ValidationContext context)
    : ValidationRule(context), IEnter<FragmentDefinitionNode>
{
    private readonly HashSet<string> _names = [];

    /// <inheritdoc />
    protected override string Section => "sec-Fragment-Name-Uniqueness";

    /// <inheritdoc />
    public void Enter(FragmentDefinitionNode node)
    {
        if (!_names.Add(node.Name)) Report($"There can be only one fragment named \"{node.Name}\".", node);
    }
}
