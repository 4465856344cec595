using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Limits;

/// <summary>Bounds how many fragments a document defines, and in how many places it spreads fragments, named and inline ones.</summary>
public sealed class FragmentLimit(ValidationContext context) : DocumentLimit(context)
{
    /// <inheritdoc />
    public override void Check()
    {
        if (Context.Fragments.Skip(Limits.MaxFragments).FirstOrDefault() is { } excessive)
        {
            ReportExcess(ErrorCode.FragmentLimitExceeded, Limits.MaxFragments, $"More than {Limits.MaxFragments} fragments are defined.", excessive);
            return;
        }

        var spreads = Context.Document.Definitions.OfType<IExecutableDefinitionNode>().Sum(definition => Spreads(definition.SelectionSet));
        if (spreads > Limits.MaxFragmentSpreads)
            ReportExcess(ErrorCode.FragmentLimitExceeded, Limits.MaxFragmentSpreads, $"Fragments are spread in {spreads} places; at most {Limits.MaxFragmentSpreads} are allowed.");
    }

    private static int Spreads(SelectionSetNode selectionSet) => selectionSet.Selections.Sum(selection => selection switch
    {
        FieldNode { SelectionSet: { } below } => Spreads(below),
        InlineFragmentNode inline => 1 + Spreads(inline.SelectionSet),
        FragmentSpreadNode => 1,
        _ => 0,
    });
}
