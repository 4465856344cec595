using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>
/// 5.2.4.1: subscription operations must have exactly one root field, which must not be an introspection field; <c>@skip</c> and
/// <c>@include</c> must not stand at the root.
/// </summary>
public sealed class SingleFieldSubscriptionsRule(ValidationContext context)
    : ValidationRule(context), IEnter<OperationDefinitionNode>
{
    /// <inheritdoc />
    protected override string Section => "sec-Single-Root-Field";

    /// <inheritdoc />
    public void Enter(OperationDefinitionNode node)
    {
        if (node.Operation != OperationType.Subscription || Context.Schema.SubscriptionType is not { } root) return;

        var name = node.Name is null ? "Anonymous Subscription" : $"Subscription \"{node.Name}\"";
        var collected = new Collected();
        Collect(node.SelectionSet, root, collected);
        if (collected.Conditional.Count > 0)
            Report($"{name} must not use `@skip` or `@include` directives in the top level selection.", [.. collected.Conditional]);
        if (collected.Fields.DistinctBy(field => field.ResponseName).Count() > 1)
            Report($"{name} must select only one top level field.", [.. collected.Fields.Skip(1)]);
        if (collected.Fields.Find(field => field.Name.StartsWith("__", StringComparison.Ordinal)) is { } introspection)
            Report($"{name} must not select an introspection top level field.", introspection);
    }

    private sealed class Collected
    {
        public List<FieldNode> Fields { get; } = [];

        public List<ISyntaxNode> Conditional { get; } = [];

        public HashSet<string> Fragments { get; } = [];
    }

    /// <summary>CollectSubscriptionFields(objectType, selectionSet, visitedFragments).</summary>
    private void Collect(SelectionSetNode selectionSet, ObjectType root, Collected collected)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (selection.Directives.FirstOrDefault(directive => directive.Name is "skip" or "include") is { } condition)
            {
                collected.Conditional.Add(condition);
                continue;
            }

            switch (selection)
            {
                case FieldNode field:
                    collected.Fields.Add(field);
                    break;
                case InlineFragmentNode inline when inline.TypeCondition is null || Applies(inline.TypeCondition, root):
                    Collect(inline.SelectionSet, root, collected);
                    break;
                case FragmentSpreadNode spread when collected.Fragments.Add(spread.Name):
                    if (Context.Fragment(spread.Name) is { } fragment && Applies(fragment.TypeCondition, root))
                        Collect(fragment.SelectionSet, root, collected);
                    break;
            }
        }
    }

    private bool Applies(NamedTypeNode condition, ObjectType root) => Context.TypeOf(condition) is { } type && Context.Overlap(type, root);
}
