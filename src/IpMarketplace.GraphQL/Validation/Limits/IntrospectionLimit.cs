using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Limits;

/// <summary>
/// Bounds how deep the lists of introspection lie in each other (as the rule MaxIntrospectionDepth of graphql-js): each level multiplies the response by
/// the size of the schema.
/// </summary>
public sealed class IntrospectionLimit(ValidationContext context) : DocumentLimit(context)
{
    private readonly Dictionary<string, int> _fragments = [];

    /// <inheritdoc />
    public override void Check()
    {
        foreach (var definition in Context.Document.Definitions.OfType<IExecutableDefinitionNode>())
        {
            CheckBelow(definition.SelectionSet);
        }
    }

    private void CheckBelow(SelectionSetNode selectionSet)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (selection is FieldNode { Name: "__schema" or "__type", SelectionSet: { } introspected } field)
            {
                if (Lists(introspected) > Limits.MaxIntrospectionLists)
                    ReportExcess(ErrorCode.IntrospectionLimitExceeded, Limits.MaxIntrospectionLists, Excess, field);
            }
            else if (selection is FieldNode { SelectionSet: { } below })
            {
                CheckBelow(below);
            }
            else if (selection is InlineFragmentNode inline)
            {
                CheckBelow(inline.SelectionSet);
            }
        }
    }

    private string Excess =>
        $"Lists of introspection (fields, inputFields, interfaces, possibleTypes) lie more than {Limits.MaxIntrospectionLists} deep in each other, fragments included.";

    private int Lists(SelectionSetNode selectionSet)
    {
        var most = 0;
        foreach (var selection in selectionSet.Selections)
        {
            most = Math.Max(most, selection switch
            {
                FieldNode field => (IsList(field.Name) ? 1 : 0) + (field.SelectionSet is { } below ? Lists(below) : 0),
                InlineFragmentNode inline => Lists(inline.SelectionSet),
                FragmentSpreadNode spread => ListsOf(spread.Name),
                _ => 0,
            });
        }

        return most;
    }

    private int ListsOf(string name)
    {
        if (_fragments.TryGetValue(name, out var known)) return known;
        if (Context.Fragment(name) is not { } fragment) return 0;
        _fragments[name] = 0; // A cycle ends here; NoFragmentCyclesRule reports it.
        return _fragments[name] = Lists(fragment.SelectionSet);
    }

    private static bool IsList(string name) => name is "fields" or "inputFields" or "interfaces" or "possibleTypes";
}
