using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>5.5.1.2 and 5.8.2: fragments must be specified on types that exist in the schema, and the types of variables must exist as well.</summary>
public sealed class KnownTypeNamesRule(ValidationContext context)
    : ValidationRule(context), IEnter<NamedTypeNode>
{
    /// <inheritdoc />
    protected override string Section => "sec-Fragment-Spread-Type-Existence";

    /// <inheritdoc />
    public void Enter(NamedTypeNode node)
    {
        if (Context.Schema.TryGetType(node.Name, out _) || Context.IsFull) return;
        var suggestion = Suggestion.DidYouMean(Context, node.Name, Context.Schema.Types.Select(type => type.Name));
        Report($"Unknown type \"{node.Name}\".{suggestion}", node);
    }
}
