namespace IpMarketplace.GraphQL.Building;

/// <summary>What every attribute that makes a CLR type a GraphQL type has in common.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum)]
public abstract class GraphQLTypeDeclarationAttribute : Attribute
{
    /// <summary>The name in the schema; null for the conventional one.</summary>
    public string? Name { get; set; }

    /// <summary>The CLR type that is described when the attribute stands on a static class; null when it stands on the type itself.</summary>
    public virtual Type? Described => null;
}

/// <summary>The class is an object type.</summary>
public sealed class ObjectTypeAttribute : GraphQLTypeDeclarationAttribute
{
    /// <summary>An object type of the conventional name.</summary>
    public ObjectTypeAttribute()
    {
    }

    /// <summary>An object type of this name.</summary>
    public ObjectTypeAttribute(string name) => Name = name;
}

/// <summary>The public static members of the class are further fields of the object type for <typeparamref name="T"/>; several classes may add to one type.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ObjectTypeAttribute<T> : GraphQLTypeDeclarationAttribute
{
    /// <inheritdoc/>
    public override Type Described => typeof(T);
}

/// <summary>The public static members of the class are further fields of the type for <typeparamref name="T"/>; the older spelling of <see cref="ObjectTypeAttribute{T}"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExtendObjectTypeAttribute<T> : GraphQLTypeDeclarationAttribute
{
    /// <inheritdoc/>
    public override Type Described => typeof(T);
}

/// <summary>The CLR interface or base class is an interface type; every object type whose CLR type is assignable to it implements it.</summary>
public sealed class InterfaceTypeAttribute : GraphQLTypeDeclarationAttribute
{
    /// <summary>An interface type of the conventional name.</summary>
    public InterfaceTypeAttribute()
    {
    }

    /// <summary>An interface type of this name.</summary>
    public InterfaceTypeAttribute(string name) => Name = name;
}

/// <summary>The public static members of the class are further fields of the interface type for <typeparamref name="T"/> and of all its implementations.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InterfaceTypeAttribute<T> : GraphQLTypeDeclarationAttribute
{
    /// <inheritdoc/>
    public override Type Described => typeof(T);
}

/// <summary>The CLR interface or base class is a union; every object type whose CLR type is assignable to it is a member.</summary>
public sealed class UnionTypeAttribute : GraphQLTypeDeclarationAttribute
{
    /// <summary>A union of the conventional name.</summary>
    public UnionTypeAttribute()
    {
    }

    /// <summary>A union of this name.</summary>
    public UnionTypeAttribute(string name) => Name = name;
}

/// <summary>The CLR enum is an enum type, also when no field refers to it.</summary>
public sealed class EnumTypeAttribute : GraphQLTypeDeclarationAttribute
{
    /// <summary>An enum type of the conventional name.</summary>
    public EnumTypeAttribute()
    {
    }

    /// <summary>An enum type of this name.</summary>
    public EnumTypeAttribute(string name) => Name = name;
}

/// <summary>The class or record is an input object type, also when no argument refers to it.</summary>
public sealed class InputObjectTypeAttribute : GraphQLTypeDeclarationAttribute
{
    /// <summary>An input object type of the conventional name.</summary>
    public InputObjectTypeAttribute()
    {
    }

    /// <summary>An input object type of this name.</summary>
    public InputObjectTypeAttribute(string name) => Name = name;
}

/// <summary>Exactly one field of the input object must be given, and it must not be null (specification 3.10.1).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class OneOfAttribute : Attribute;
