using System.Collections.Immutable;
using System.Security.Claims;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution.Responses;
using IpMarketplace.GraphQL.Planning;
using IpMarketplace.GraphQL.TypeSystem.Coercion;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>The context of one field. Pure resolvers of an operation share one, entered anew for each field.</summary>
internal sealed class ResolverContext(OperationExecution execution) : IMiddlewareContext
{
    private ArgumentValues _arguments;
    private object? _parent;
    private IImmutableDictionary<string, object?>? _scopedData;

    public Selection Selection { get; private set; } = null!;

    public ObjectResult Node { get; private set; } = null!;

    public object? Result { get; set; }

    /// <summary>What the resolver threw, if it did.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Whether the resolver has reported an error of its field itself.</summary>
    public bool HasReported { get; private set; }

    public IImmutableDictionary<string, object?>? HandedDown => _scopedData;

    public IServiceProvider Services => execution.Services;

    public ClaimsPrincipal User => execution.User;

    public Path Path => Node.PathOf(Selection.Index);

    public CancellationToken RequestAborted => execution.Aborted;

    public IDictionary<string, object?> ContextData => execution.ContextData;

    public IImmutableDictionary<string, object?> ScopedContextData
    {
        get => _scopedData ?? ImmutableDictionary<string, object?>.Empty;
        set => _scopedData = value;
    }

    public void Enter(Selection selection, ObjectResult node, object? parent, ArgumentValues arguments, IImmutableDictionary<string, object?>? scopedData)
    {
        (Selection, Node, _parent, _arguments, _scopedData) = (selection, node, parent, arguments, scopedData);
        HasReported = false;
    }

    public bool IsSelected(string fieldName) => execution.IsSelected(Selection, fieldName);

    public object? ParentObject => _parent;

    public T Parent<T>() => _parent is T parent
        ? parent
        : throw new InvalidOperationException($"{Selection.Field} expects a {typeof(T).Name} as its parent, not {_parent?.GetType().Name ?? "null"}.");

    public T ArgumentValue<T>(string name) => Selection.Field.TryGetArgument(name, out var argument)
        ? As<T>(name, _arguments[argument.Index])
        : throw new ArgumentException($"{Selection.Field} has no argument {name}.", nameof(name));

    public object? ArgumentValue(int index) => _arguments[index];

    public bool HasArgument(int index) => _arguments.Has(index);

    public T Service<T>() where T : notnull => execution.Services.GetRequiredService<T>();

    public T DataLoader<T>() where T : notnull => execution.DataLoaders.GetDataLoader<T>();

    public void ReportError(IError error)
    {
        HasReported = true;
        execution.Report(error, this);
    }

    public void ReportError(string message) => ReportError(new Error(message));

    private static T As<T>(string name, object? value) => value switch
    {
        null => default!,
        T given => given,
        _ => throw new InvalidCastException($"Argument {name} holds a {value.GetType().Name}, not a {typeof(T).Name}."),
    };
}
