using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.Validation.Limits;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>Gathers the fields of selection sets by response name, through fragments of whatever type, and counts what that costs.</summary>
internal sealed class FieldCollector(ValidationContext context)
{
    private readonly HashSet<FragmentDefinitionNode> _collected = [];
    private int _looked;

    /// <summary>Whether more fields were looked at than <see cref="RequestLimits.MaxMergedFields"/>; nothing is gathered any more.</summary>
    public bool IsExhausted => _looked > context.Options.Limits.MaxMergedFields;

    /// <summary>Whether the fragment has been part of any selection set so far.</summary>
    public bool HasCollected(FragmentDefinitionNode fragment) => _collected.Contains(fragment);

    /// <summary>The fields of one selection set.</summary>
    public IEnumerable<MergedFields> Collect(SelectionSetNode selectionSet, CompositeType? type)
    {
        var byName = new Dictionary<string, MergedFields>();
        Collect(selectionSet, type, byName, []);
        return byName.Values;
    }

    /// <summary>The fields of the selection sets of all the given fields, merged.</summary>
    public IEnumerable<MergedFields> CollectBelow(MergedFields fields)
    {
        var byName = new Dictionary<string, MergedFields>();
        var fragments = new HashSet<FragmentDefinitionNode>();
        foreach (var field in fields.All)
        {
            if (field.Node.SelectionSet is { } below) Collect(below, field.Definition?.Type.NamedType as CompositeType, byName, fragments);
        }

        return byName.Values;
    }

    /// <summary>Separates fields whose parents are different object types: they never meet. Those of interfaces and unions may meet any.</summary>
    public IEnumerable<MergedFields> GroupByObject(MergedFields fields)
    {
        var objects = fields.All.Select(field => field.Parent).OfType<ObjectType>().Distinct().ToList();
        if (objects.Count <= 1) return [fields];
        _looked += objects.Count * fields.All.Count;
        return IsExhausted ? [] : objects.Select(type => fields.Of(type));
    }

    private void Collect(SelectionSetNode selectionSet, CompositeType? type, Dictionary<string, MergedFields> byName, HashSet<FragmentDefinitionNode> fragments)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (++_looked > context.Options.Limits.MaxMergedFields) return;
            switch (selection)
            {
                case FieldNode field:
                    Add(field, type, byName);
                    break;
                case InlineFragmentNode inline:
                    Collect(inline.SelectionSet, inline.TypeCondition is { } condition ? context.TypeOf(condition) : type, byName, fragments);
                    break;
                case FragmentSpreadNode spread when context.Fragment(spread.Name) is { } fragment && fragments.Add(fragment):
                    _collected.Add(fragment);
                    Collect(fragment.SelectionSet, context.TypeOf(fragment.TypeCondition), byName, fragments);
                    break;
            }
        }
    }

    private void Add(FieldNode field, CompositeType? type, Dictionary<string, MergedFields> byName)
    {
        // As in the reference implementation, __typename fits any other type of another object.
        var isKnown = type is not null && field.Name != "__typename";
        var definition = isKnown && context.Schema.TryGetField(type!, field.Name, out var found) ? found : null;
        if (!byName.TryGetValue(field.ResponseName, out var fields)) byName.Add(field.ResponseName, fields = new MergedFields(field.ResponseName));
        fields.All.Add(new SelectedField(field, type, definition));
    }
}
