using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>
/// 5.5.2.3: fragments are declared on a type and will only apply when the runtime object type matches it; a spread that could never apply is an
/// error.
/// </summary>
public sealed class PossibleFragmentSpreadsRule(ValidationContext context)
    : ValidationRule(context), IEnter<FragmentSpreadNode>, IEnter<InlineFragmentNode>
{
    /// <inheritdoc />
    protected override string Section => "sec-Fragment-Spread-Is-Possible";

    /// <inheritdoc />
    public void Enter(FragmentSpreadNode node)
    {
        if (Context.Fragment(node.Name) is { } fragment) Check(node, fragment.TypeCondition, $"Fragment \"{node.Name}\"");
    }

    /// <inheritdoc />
    public void Enter(InlineFragmentNode node)
    {
        if (node.TypeCondition is { } condition) Check(node, condition, "Fragment");
    }

    private void Check(ISyntaxNode node, NamedTypeNode condition, string what)
    {
        if (Context.ParentType is { } parent && Context.TypeOf(condition) is { } type && !Context.Overlap(parent, type))
            Report($"{what} cannot be spread here as objects of type \"{parent.Name}\" can never be of type \"{type.Name}\".", node);
    }
}
