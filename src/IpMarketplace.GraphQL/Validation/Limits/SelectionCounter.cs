using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Limits;

/// <summary>
/// Counts fields as if every fragment were put in each place where it is spread. Each fragment is looked at once, whatever the count comes to.
/// How deep selections are nested must be bounded before.
/// </summary>
internal sealed class SelectionCounter(Func<string, FragmentDefinitionNode?> findFragment, Func<FieldNode, bool> counts, bool looksBelowFields = true)
{
    private readonly Dictionary<string, int> _fragments = [];

    /// <summary>The fields of a selection set that count, at most <see cref="int.MaxValue"/>.</summary>
    public int Count(SelectionSetNode selectionSet)
    {
        var count = 0L;
        foreach (var selection in selectionSet.Selections)
        {
            count += selection switch
            {
                FieldNode field => (counts(field) ? 1L : 0L) + (looksBelowFields && field.SelectionSet is { } below ? Count(below) : 0),
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
        if (findFragment(name) is not { } fragment) return 0;
        _fragments[name] = 0; // A cycle ends here; NoFragmentCyclesRule reports it.
        return _fragments[name] = Count(fragment.SelectionSet);
    }
}
