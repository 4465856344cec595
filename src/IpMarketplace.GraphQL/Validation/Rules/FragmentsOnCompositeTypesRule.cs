using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>5.5.1.3: "fragments can only be declared on unions, interfaces, and objects".</summary>
public sealed class FragmentsOnCompositeTypesRule(ValidationContext context)
    : ValidationRule(context), IEnter<InlineFragmentNode>, IEnter<FragmentDefinitionNode>
{
    /// <inheritdoc />
    protected override string Section => "sec-Fragments-on-Object-Interface-or-Union-Types";

    /// <inheritdoc />
    public void Enter(InlineFragmentNode node)
    {
        if (node.TypeCondition is { } condition && IsNotComposite(condition))
            Report($"Fragment cannot condition on non composite type \"{condition.Name}\".", condition);
    }

    /// <inheritdoc />
    public void Enter(FragmentDefinitionNode node)
    {
        if (IsNotComposite(node.TypeCondition))
            Report($"Fragment \"{node.Name}\" cannot condition on non composite type \"{node.TypeCondition.Name}\".", node.TypeCondition);
    }

    private bool IsNotComposite(NamedTypeNode condition) => Context.Schema.TryGetType(condition.Name, out var type) && type is not CompositeType;
}
