using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Limits;

/// <summary>
/// Bounds how many fields an operation selects when every fragment is put in each place where it is spread. A short document may select without
/// end: each of a chain of fragments need only spread the next one twice. Runs after <see cref="SelectionDepthLimit"/>, which bounds its recursion.
/// </summary>
public sealed class SelectionSizeLimit(ValidationContext context) : DocumentLimit(context)
{
    private readonly Dictionary<string, int> _fragments = [];

    /// <inheritdoc />
    public override void Check()
    {
        foreach (var operation in Context.Operations)
        {
            if (Count(operation.SelectionSet) > Context.Options.MaxFields)
                Report($"More than {Context.Options.MaxFields} fields are selected, fragments included.", operation);
        }
    }

    private int Count(SelectionSetNode selectionSet)
    {
        var count = 0L;
        foreach (var selection in selectionSet.Selections)
        {
            count += selection switch
            {
                FieldNode { SelectionSet: { } below } => 1L + Count(below),
                FieldNode => 1,
                InlineFragmentNode inline => Count(inline.SelectionSet),
                FragmentSpreadNode spread => CountFragment(spread.Name),
                _ => 0,
            };
        }

        return (int)Math.Min(count, int.MaxValue);
    }

    private int CountFragment(string name)
    {
        if (_fragments.TryGetValue(name, out var known)) return known;
        if (Context.Fragment(name) is not { } fragment) return 0;
        _fragments[name] = 0; // A cycle ends here; NoFragmentCyclesRule reports it.
        return _fragments[name] = Count(fragment.SelectionSet);
    }
}
