using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>5.5.2.1: named fragment spreads must refer to fragments defined within the document.</summary>
public sealed class KnownFragmentNamesRule(ValidationContext context)
    : ValidationRule(context), IEnter<FragmentSpreadNode>
{
    /// <inheritdoc />
    protected override string Section => "sec-Fragment-Spread-Target-Defined";

    /// <inheritdoc />
    public void Enter(FragmentSpreadNode node)
    {
        if (Context.Fragment(node.Name) is null) Report($"Unknown fragment \"{node.Name}\".", node);
    }
}
