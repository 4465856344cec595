using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution.Responses;
using IpMarketplace.GraphQL.Planning;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.TypeSystem;
using HandedDown = System.Collections.Immutable.IImmutableDictionary<string, object?>;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>Value completion (spec 6.4.3): what resolvers answer becomes what the field's type promises.</summary>
internal sealed partial class OperationExecution
{
    private void Complete(in FieldValue value, ValueShape shape, ResultNode node, int index, Selection selection, HandedDown? scopedData)
    {
        if (value.IsNull)
        {
            CompleteNull(shape, node, index, selection);
            return;
        }
        switch (shape.Kind)
        {
            case ShapeKind.Leaf: CompleteLeaf(value, shape, node, index, selection); break;
            case ShapeKind.Object: CompleteObject(value.ToReference(), (ObjectType)shape.NamedType, node, index, selection, scopedData); break;
            case ShapeKind.Abstract: CompleteAbstract(value.ToReference(), (AbstractType)shape.NamedType, node, index, selection, scopedData); break;
            case ShapeKind.List: CompleteList(value.ToReference(), shape, node, index, selection, scopedData); break;
        }
    }

    private void CompleteNull(ValueShape shape, ResultNode node, int index, Selection selection)
    {
        if (shape.IsNonNull)
        {
            Fail(node, index, selection, $"{selection.Field} must not be null.", ErrorCode.NonNullViolation);
        }
        else
        {
            node[index] = default;
        }
    }

    private void CompleteLeaf(in FieldValue value, ValueShape shape, ResultNode node, int index, Selection selection)
    {
        var kind = value.Kind;
        switch (shape.Leaf)
        {
            case LeafKind.Int when kind == FieldValueKind.Integer && value.AsInteger() == (int)value.AsInteger():
            case LeafKind.Long when kind == FieldValueKind.Integer:
            case LeafKind.Boolean when kind == FieldValueKind.Boolean:
            case LeafKind.Float when kind == FieldValueKind.Float && double.IsFinite(value.AsFloat()):
            case LeafKind.String or LeafKind.Id when kind is FieldValueKind.Text or FieldValueKind.Utf8Text:
                node[index] = value;
                CountText(value, node, index);
                break;
            case LeafKind.Id when kind == FieldValueKind.Integer:
                node[index] = FieldValue.TextOf(value.AsInteger());
                break;
            default:
                CoerceLeaf(value, (LeafType)shape.NamedType, node, index, selection);
                break;
        }
    }

    private void CoerceLeaf(in FieldValue value, LeafType type, ResultNode node, int index, Selection selection)
    {
        try
        {
            if (!type.TryCoerceResult(value, out var result, out var problem))
            {
                Fail(node, index, selection, problem, ErrorCode.InvalidResult);
                return;
            }
            // Written at once: what cannot be written is an error of this field, and the value may change later.
            var written = result.Kind is FieldValueKind.Object or FieldValueKind.Float ? FieldValue.FromJson(JsonValues.Encode(result.ToObject())) : result;
            node[index] = written;
            CountText(written, node, index);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Fail(node, index, selection, _reporter.From(exception));
        }
    }

    private void CompleteObject(object value, ObjectType type, ResultNode node, int index, Selection selection, HandedDown? scopedData)
    {
        SelectionSet set;
        try
        {
            set = selection.SetFor(type);
        }
        catch (GraphQLException tooDeep)
        {
            Fail(node, index, selection, tooDeep.Errors);
            return;
        }
        if (!MayAdd(set.FewestBytes))
        {
            CutOff(node, index);
            return;
        }
        var child = _arena.NewObject(set, node, index);
        node[index] = FieldValue.FromReference(child);
        ExecuteSet(child, value, scopedData);
    }

    private void CompleteAbstract(object value, AbstractType type, ResultNode node, int index, Selection selection, HandedDown? scopedData)
    {
        ObjectType? resolved;
        try
        {
            if (!type.TryResolveType(value, out resolved, out var problem))
            {
                Fail(node, index, selection, problem, ErrorCode.AbstractTypeUnresolved);
                return;
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Fail(node, index, selection, _reporter.From(exception));
            return;
        }
        CompleteObject(value, resolved, node, index, selection, scopedData);
    }

    private void CompleteList(object value, ValueShape shape, ResultNode node, int index, Selection selection, HandedDown? scopedData)
    {
        IReadOnlyList<object?>? items;
        try
        {
            items = ListItems.Of(value);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Fail(node, index, selection, _reporter.From(exception));
            return;
        }
        if (items is not null)
        {
            CompleteItems(items, shape, node, index, selection, scopedData);
        }
        else if (ListItems.ReadAsync(value, Aborted) is { } reading)
        {
            Await(new LateItem(node, index, shape, selection, scopedData), reading);
        }
        else
        {
            Fail(node, index, selection, $"{selection.Field} must be a list, not a {value.GetType().Name}.", ErrorCode.InvalidResult);
        }
    }

    private void CompleteItems(IReadOnlyList<object?> items, ValueShape shape, ResultNode node, int index, Selection selection, HandedDown? scopedData)
    {
        var count = items.Count;
        if (!MayAdd(2L * count))
        {
            CutOff(node, index);
            AwaitRest(items, 0, shape, node, index, selection);
            return;
        }
        var list = _arena.NewList(shape, node, index, count);
        node[index] = FieldValue.FromReference(list);
        var itemShape = shape.Item;
        for (var i = 0; i < count; i++)
        {
            var item = items[i];
            if (item is not null && Tasks.TryGet(item) is { } late)
            {
                Await(new LateItem(list, i, itemShape, selection, scopedData), late);
            }
            else
            {
                var value = itemShape.Kind == ShapeKind.Leaf || item is null ? FieldValue.From(item) : FieldValue.FromReference(item);
                Complete(value, itemShape, list, i, selection, scopedData);
            }
            if (list.IsDead)
            {
                AwaitRest(items, i + 1, itemShape, list, i, selection);
                return;
            }
        }
    }

    // Items that are under way are waited for, though nobody wants them any more.
    private void AwaitRest(IReadOnlyList<object?> items, int from, ValueShape shape, ResultNode node, int index, Selection selection)
    {
        for (var i = from; i < items.Count; i++)
        {
            if (items[i] is { } item && Tasks.TryGet(item) is { } late)
            {
                Await(new LateItem(node, index, shape, selection, null), late);
            }
        }
    }

    private void Await(LateItem item, Task<object?> task)
    {
        _pending++;
        if (task.IsCompleted)
        {
            item.Settle(task);
            CompleteItem(item);
        }
        else
        {
            _ = AwaitAsync(item, task);
        }
    }

    private async Task AwaitAsync(LateItem item, Task<object?> task)
    {
        await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        item.Settle(task);
        TryEnqueue(item);
    }

    private void CompleteItem(LateItem item)
    {
        _pending--;
        if (item.Node.IsCutOff)
        {
            return;
        }
        if (item.Failure is { } failure)
        {
            Fail(item.Node, item.Index, item.Selection, ErrorsOf(failure, item.Node));
            return;
        }
        var value = item.Shape.Kind == ShapeKind.Leaf || item.Value is null ? FieldValue.From(item.Value) : FieldValue.FromReference(item.Value);
        Complete(value, item.Shape, item.Node, item.Index, item.Selection, item.ScopedData);
    }

    /// <summary>A value that comes later than the resolver's answer: an item that is a task, a list that is a stream.</summary>
    private sealed class LateItem(ResultNode node, int index, ValueShape shape, Selection selection, HandedDown? scopedData)
    {
        public ResultNode Node => node;

        public int Index => index;

        public ValueShape Shape => shape;

        public Selection Selection => selection;

        public HandedDown? ScopedData => scopedData;

        public object? Value { get; private set; }

        public Exception? Failure { get; private set; }

        public void Settle(Task<object?> task)
        {
            if (task.IsCompletedSuccessfully)
            {
                Value = task.Result;
            }
            else
            {
                Failure = task.Exception?.InnerException ?? new TaskCanceledException(task);
            }
        }
    }
}
