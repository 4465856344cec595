using System.Diagnostics.CodeAnalysis;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution.Responses;
using IpMarketplace.GraphQL.Planning;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.GraphQL.TypeSystem.Coercion;
using HandedDown = System.Collections.Immutable.IImmutableDictionary<string, object?>;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>Executing fields (spec 6.4): arguments, then the resolver. Pure resolvers run in place; the others are all started before any is waited for.</summary>
internal sealed partial class OperationExecution
{
    /// <summary>Whether a field of that name is asked for right below a selection.</summary>
    public bool IsSelected(Selection selection, string fieldName)
    {
        if (selection.Shape.NamedType is not CompositeType type)
        {
            return false;
        }
        foreach (var possible in type.PossibleTypes)
        {
            foreach (var below in selection.SetFor(possible).Span)
            {
                if (below.Field.Name == fieldName && below.IsIncluded(_fulfilled))
                {
                    return true;
                }
            }
        }
        return false;
    }

    private void ExecuteSet(ObjectResult node, object? parent, HandedDown? scopedData)
    {
        var set = node.Set;
        foreach (var selection in set.OrderVaries ? set.Ordered(_fulfilled) : set.Span)
        {
            if (set.IsConditional && !selection.IsIncluded(_fulfilled))
            {
                continue;
            }
            Execute(selection, node, parent, scopedData);
            if (node.IsDead)
            {
                return;
            }
        }
    }

    private void Execute(Selection selection, ObjectResult node, object? parent, HandedDown? scopedData)
    {
        if (selection.IsTypeName)
        {
            node[selection.Index] = FieldValue.FromJson(node.Set.EncodedTypeName);
        }
        else if (!TryBind(selection, out var arguments, out var problems))
        {
            Fail(node, selection.Index, selection, problems);
        }
        else if (selection.Field.PureResolver is { } resolve)
        {
            ExecutePure(resolve, selection, node, parent, arguments, scopedData);
        }
        else if (_surrender is { } surrender)
        {
            FailNotBegun(node, selection, surrender);
        }
        else
        {
            Start(selection, node, parent, arguments, scopedData);
        }
    }

    private void ExecutePure(PureFieldDelegate resolve, Selection selection, ObjectResult node, object? parent, ArgumentValues arguments, HandedDown? scopedData)
    {
        var context = _pure;
        context.Enter(selection, node, parent, arguments, scopedData);
        FieldValue value;
        try
        {
            value = resolve(context);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Fail(node, selection.Index, selection, _reporter.From(exception));
            return;
        }
        if (value.IsNull && context.HasReported)
        {
            node.PutNull(selection.Index);
            return;
        }
        Complete(value, selection.Shape, node, selection.Index, selection, context.HandedDown);
    }

    private void Start(Selection selection, ObjectResult node, object? parent, ArgumentValues arguments, HandedDown? scopedData)
    {
        var context = new ResolverContext(this);
        context.Enter(selection, node, parent, arguments, scopedData);
        _pending++;
        if (!selection.RunsAlone)
        {
            Invoke(context);
        }
        else if (_turnTaken)
        {
            (_waitingForTurn ??= new Queue<ResolverContext>()).Enqueue(context);
        }
        else
        {
            TakeTurn(context);
        }
    }

    /// <summary>Runs a resolver that must not run beside others of its kind; its turn ends when it is completed.</summary>
    private void TakeTurn(ResolverContext context)
    {
        if (_surrender is { } surrender)
        {
            _pending--;
            FailNotBegun(context.Node, context.Selection, surrender);
            return;
        }
        _turnTaken = true;
        Invoke(context);
    }

    private void Invoke(ResolverContext context)
    {
        try
        {
            var resolve = context.Selection.Field.Resolver ?? throw new InvalidOperationException($"{context.Selection.Field} has no resolver.");
            var task = resolve(context);
            if (!task.IsCompletedSuccessfully)
            {
                _ = AwaitAsync(context, task);
                return;
            }
            context.Result = task.Result;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            context.Failure = exception;
        }
        CompleteResolved(context);
    }

    private async Task AwaitAsync(ResolverContext context, ValueTask<object?> task)
    {
        try
        {
            context.Result = await task.ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            context.Failure = exception;
        }
        TryEnqueue(context);
    }

    private void CompleteResolved(ResolverContext context)
    {
        _pending--;
        var selection = context.Selection;
        if (selection.RunsAlone)
        {
            _turnTaken = false;
        }
        var node = context.Node;
        if (node.IsCutOff)
        {
            return;
        }
        if (context.Failure is { } failure)
        {
            Fail(node, selection.Index, selection, ErrorsOf(failure, node));
        }
        else if (context.Result is null && context.HasReported)
        {
            node.PutNull(selection.Index);
        }
        else
        {
            var value = selection.Shape.Kind == ShapeKind.Leaf || context.Result is null ? FieldValue.From(context.Result) : FieldValue.FromReference(context.Result);
            Complete(value, selection.Shape, node, selection.Index, selection, context.HandedDown);
        }
    }

    private bool TryBind(Selection selection, out ArgumentValues arguments, [NotNullWhen(false)] out IReadOnlyList<IError>? problems)
    {
        if (selection.HasConstantArguments)
        {
            (arguments, problems) = (selection.ConstantArguments, selection.ArgumentErrors);
            return problems is null;
        }
        var slot = selection.ArgumentSlot;
        if (slot < _arguments.Length && _arguments[slot] is { } bound)
        {
            (arguments, problems) = (bound, null);
            return true;
        }
        arguments = Operation.Bind(selection, _variables, out problems);
        if (problems is not null)
        {
            return false;
        }
        if (slot >= _arguments.Length)
        {
            Array.Resize(ref _arguments, _operation.ArgumentSlots);
        }
        _arguments[slot] = arguments;
        return true;
    }
}
