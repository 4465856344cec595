namespace IpMarketplace.GraphQL.Building;

/// <summary>The member is a global object id: opaque outside, the plain key inside.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Method)]
public class IDAttribute : Attribute
{
    /// <summary>An id of the type that declares the member; on an argument, an id of any type.</summary>
    public IDAttribute()
    {
    }

    /// <summary>An id of the object type of this name.</summary>
    public IDAttribute(string typeName) => TypeName = typeName;

    /// <summary>The object type whose ids these are, by its schema name; null when not said.</summary>
    public string? TypeName { get; }

    /// <summary>The CLR type of the object type whose ids these are; null when not said.</summary>
    public virtual Type? Identified => null;
}

/// <summary>The member is a global object id of the object type for <typeparamref name="T"/>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class IDAttribute<T> : IDAttribute
{
    /// <inheritdoc/>
    public override Type Identified => typeof(T);
}

/// <summary>
/// The method fetches an object by its key, for <c>node</c> and <c>nodes</c>. Its first parameter is the key. The type it
/// returns implements <c>Node</c>, and its <c>id</c> becomes a global id. On a query method the root field stays.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeResolverAttribute : Attribute;
