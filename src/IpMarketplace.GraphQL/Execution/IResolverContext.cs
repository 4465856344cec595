using System.Collections.Immutable;
using System.Security.Claims;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Planning;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>
/// What a resolver may know of its field and its request. Valid until the resolver's result is there: a pure resolver must not keep it,
/// because the engine uses one context for many fields.
/// </summary>
public interface IResolverContext
{
    /// <summary>The field of the operation that is resolved.</summary>
    Selection Selection { get; }

    /// <summary>Whether a field of that name is asked for right below this one, on any of the types that its value may be of.</summary>
    bool IsSelected(string fieldName);

    /// <summary>The object whose field is resolved.</summary>
    T Parent<T>();

    /// <summary>The object whose field is resolved, as it is.</summary>
    object? ParentObject { get; }

    /// <summary>The coerced value of an argument; its default where it is absent; <c>default</c> where there is none.</summary>
    /// <exception cref="ArgumentException">The field has no argument of that name.</exception>
    T ArgumentValue<T>(string name);

    /// <summary>The coerced value of an argument by its place in the field's definition; null where it is absent.</summary>
    object? ArgumentValue(int index);

    /// <summary>Whether the argument has a value: given, by a variable, or by default (spec 6.4.1); a given null counts.</summary>
    bool HasArgument(int index);

    /// <summary>A service of the request's scope.</summary>
    T Service<T>() where T : notnull;

    /// <summary>A data loader of this request: one instance each, with its own service scope.</summary>
    T DataLoader<T>() where T : notnull;

    /// <summary>The request's services.</summary>
    IServiceProvider Services { get; }

    /// <summary>Who asks; without an identity where nobody is signed in.</summary>
    ClaimsPrincipal User { get; }

    /// <summary>The response position of the field.</summary>
    Path Path { get; }

    /// <summary>Cancelled when the client is gone or the operation's time is up.</summary>
    CancellationToken RequestAborted { get; }

    /// <summary>Data of the whole request, shared by all its resolvers.</summary>
    IDictionary<string, object?> ContextData { get; }

    /// <summary>Data that this field hands down to the fields below it.</summary>
    IImmutableDictionary<string, object?> ScopedContextData { get; set; }

    /// <summary>Adds an error at this field without giving up its value.</summary>
    void ReportError(IError error);

    /// <summary>Adds an error at this field without giving up its value.</summary>
    void ReportError(string message);
}
