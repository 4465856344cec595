using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.Validation.Limits;

namespace IpMarketplace.GraphQL.Validation.Rules;

/// <summary>
/// 5.3.2: "if multiple field selections with the same response names are encountered during execution, the field and arguments to execute and the
/// resulting value should be unambiguous".
/// <para>Instead of comparing pairs, all fields of one response position are merged as execution would merge them, and compared with the first:
/// to have the same shape, and to be the same field, are equivalences. Only where different fields meet in one position a second pass separates
/// those whose parents are different objects. Sets of fields that were seen are not looked at again, and the work is bounded by
/// <see cref="RequestLimits.MaxMergedFields"/>.</para>
/// </summary>
public sealed class OverlappingFieldsCanBeMergedRule(ValidationContext context) : ValidationRule(context), ILeave<DocumentNode>
{
    private readonly FieldCollector _collector = new(context);
    private readonly HashSet<MergedFields> _sameShape = [];
    private readonly HashSet<MergedFields> _sameField = [];
    private readonly HashSet<(FieldNode, FieldNode)> _conflicts = [];
    private readonly List<string> _path = [];
    private readonly int _maxDepth = Math.Min(context.Options.Limits.MaxDepth, SelectionDepthLimit.MaxNesting);
    private bool _differentFieldsMeet;

    /// <inheritdoc />
    protected override string Section => "sec-Field-Selection-Merging";

    /// <inheritdoc />
    public void Leave(DocumentNode node)
    {
        foreach (var operation in Context.Operations) Check(operation.SelectionSet, Context.Schema.GetRootType(operation.Operation));
        foreach (var fragment in Context.Fragments)
        {
            if (!_collector.HasCollected(fragment)) Check(fragment.SelectionSet, Context.TypeOf(fragment.TypeCondition));
        }

        if (_collector.IsExhausted)
            ReportExcess(ErrorCode.MergeLimitExceeded, Context.Options.Limits.MaxMergedFields, "The selections of the document are too many to be merged.");
    }

    private void Check(SelectionSetNode selectionSet, CompositeType? type)
    {
        var merged = _collector.Collect(selectionSet, type);
        CheckShapes(merged);
        if (_differentFieldsMeet) CheckFields(merged);
    }

    /// <summary>SameResponseShape(fieldA, fieldB), for all fields of a position, whatever their parents.</summary>
    private void CheckShapes(IEnumerable<MergedFields> merged)
    {
        foreach (var fields in merged)
        {
            if (fields.IsSingleLeaf || !_sameShape.Add(fields)) continue;
            _path.Add(fields.ResponseName);
            var first = fields.All.Find(field => field.Definition is not null);
            var other = fields.All.Find(field => field.Definition is not null && !HaveSameShape(first.Definition!.Type, field.Definition.Type));
            _differentFieldsMeet |= fields.All.Exists(field => !fields.All[0].IsSameField(field));
            if (other.Node is not null)
                ReportConflict(first, other, $"they return conflicting types \"{first.Definition!.Type}\" and \"{other.Definition!.Type}\"");
            else if (MayDescend(fields)) CheckShapes(_collector.CollectBelow(fields));
            _path.RemoveAt(_path.Count - 1);
        }
    }

    /// <summary>The rest of FieldsInSetCanMerge(set): fields that may meet in one object are the same field with the same arguments.</summary>
    private void CheckFields(IEnumerable<MergedFields> merged)
    {
        foreach (var fields in merged.SelectMany(_collector.GroupByObject))
        {
            if (fields.IsSingleLeaf || !_sameField.Add(fields)) continue;
            _path.Add(fields.ResponseName);
            var first = fields.All[0];
            var other = fields.All.Find(field => !first.IsSameField(field));
            if (other.Node is not null) ReportConflict(first, other, Difference(first.Node, other.Node));
            else if (MayDescend(fields)) CheckFields(_collector.CollectBelow(fields));
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private bool MayDescend(MergedFields fields) =>
        fields.HasSelections && !Context.IsFull && !_collector.IsExhausted && _path.Count < _maxDepth;

    private static bool HaveSameShape(IType one, IType other)
    {
        while (true)
        {
            if (one.IsNonNull() != other.IsNonNull() || one.IsList() != other.IsList()) return false;
            if (!one.IsList()) break;
            (one, other) = (one.ItemType()!, other.ItemType()!);
        }

        return !(one.IsLeaf() || other.IsLeaf()) || ReferenceEquals(one.NamedType, other.NamedType);
    }

    private static string Difference(FieldNode one, FieldNode other) => one.Name == other.Name
        ? "they have differing arguments"
        : $"\"{one.Name}\" and \"{other.Name}\" are different fields";

    private void ReportConflict(SelectedField one, SelectedField other, string reason)
    {
        if (!_conflicts.Add((one.Node, other.Node))) return;
        var path = string.Join('.', _path);
        Report(
            $"Fields \"{path}\" conflict because {reason}. Use different aliases on the fields to fetch both if this was intentional.",
            one.Node,
            other.Node);
    }
}
