using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>5.3.3: "field selections on scalars or enums are never allowed", and fields of objects, interfaces and unions must have a selection.</summary>
public sealed class ScalarLeafsRule(ValidationContext context)
    : ValidationRule(context), IEnter<FieldNode>
{
    /// <inheritdoc />
    protected override string Section => "sec-Leaf-Field-Selections";

    /// <inheritdoc />
    public void Enter(FieldNode node)
    {
        if (Context.Field?.Type is not { } type) return;
        if (type.IsLeaf() && node.SelectionSet is { } below)
        {
            Report($"Field \"{node.Name}\" must not have a selection since type \"{type}\" has no subfields.", below);
        }
        else if (!type.IsLeaf() && node.SelectionSet is null)
        {
            var suggestion = Suggestion.DidYouMean(Context, "", $"{node.Name} {{ ... }}");
            Report($"Field \"{node.Name}\" of type \"{type}\" must have a selection of subfields.{suggestion}", node);
        }
    }
}
