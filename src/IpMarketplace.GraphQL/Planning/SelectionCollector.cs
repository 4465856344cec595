using System.Runtime.CompilerServices;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Planning;

/// <summary>Collects the fields of selection sets for one object type (spec 6.3.2, CollectFields), keeping conditions instead of deciding them.</summary>
internal sealed class SelectionCollector(Operation operation, ObjectType type)
{
    private readonly OrderedDictionary<string, List<Selection.Occurrence>> _groups = [];
    private readonly Dictionary<string, List<ConditionSet>> _visited = [];
    private int _place;

    public void Collect(SelectionSetNode set, ConditionSet around)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var selection in set.Selections)
        {
            operation.CountStep();
            if (!operation.Conditions.TryAdd(selection.Directives, around, out var conditions))
            {
                continue;
            }
            switch (selection)
            {
                case FieldNode field: Add(field, conditions); break;
                case InlineFragmentNode inline when Applies(inline.TypeCondition): Collect(inline.SelectionSet, conditions); break;
                case FragmentSpreadNode spread: Spread(spread.Name, conditions); break;
            }
        }
    }

    public SelectionSet ToSet(int depth)
    {
        var selections = new List<Selection>(_groups.Count);
        foreach (var (_, occurrences) in _groups)
        {
            var name = occurrences[0].Node.Name;
            if (operation.Schema.TryGetField(type, name, out var field))
            {
                selections.Add(new Selection(operation, field, [.. occurrences], selections.Count, depth));
            }
        }
        return new SelectionSet(type, [.. selections]);
    }

    private void Add(FieldNode field, ConditionSet conditions)
    {
        if (!_groups.TryGetValue(field.ResponseName, out var occurrences))
        {
            _groups.Add(field.ResponseName, occurrences = []);
        }
        occurrences.Add(new Selection.Occurrence(field, _place++, conditions));
    }

    private void Spread(string name, ConditionSet conditions)
    {
        if (!_visited.TryGetValue(name, out var visits))
        {
            _visited.Add(name, visits = []);
        }
        // What an earlier visit collected under fewer conditions is there already.
        foreach (var earlier in visits)
        {
            if (conditions.Contains(earlier))
            {
                return;
            }
        }
        visits.Add(conditions);
        var fragment = operation.Fragments[name];
        if (Applies(fragment.TypeCondition))
        {
            Collect(fragment.SelectionSet, conditions);
        }
    }

    // Spec 6.3.2, DoesFragmentTypeApply.
    private bool Applies(NamedTypeNode? condition) => condition is null || operation.Schema.GetType(condition) switch
    {
        ObjectType target => ReferenceEquals(target, type),
        AbstractType target => target.IsPossible(type),
        _ => false,
    };
}
