namespace IpMarketplace.GraphQL.Building;

/// <summary>The name in the schema, where the conventional one does not fit.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum | AttributeTargets.Method
    | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Field)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    /// <summary>The name as the schema spells it.</summary>
    public string Name { get; } = name;
}

/// <summary>The description in the schema, where the doc comment is not to be it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum | AttributeTargets.Method
    | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Field)]
public sealed class GraphQLDescriptionAttribute(string description) : Attribute
{
    /// <summary>The description, as Markdown.</summary>
    public string Description { get; } = description;
}

/// <summary>The member is not part of the schema.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum | AttributeTargets.Method
    | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Field)]
public sealed class GraphQLIgnoreAttribute : Attribute;

/// <summary>The member should no longer be used; clients are told so.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Field)]
public sealed class GraphQLDeprecatedAttribute(string reason) : Attribute
{
    /// <summary>Why, and what to use instead.</summary>
    public string Reason { get; } = reason;
}

/// <summary>The member has the schema type of the CLR type <typeparamref name="T"/>, or of the scalar class <typeparamref name="T"/>.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class GraphQLTypeAttribute<T> : GraphQLTypeAttribute
{
    /// <summary>The type of <typeparamref name="T"/>.</summary>
    public GraphQLTypeAttribute() : base(typeof(T))
    {
    }
}

/// <summary>The member has this schema type, written as in the schema language (<c>[Long!]</c>) or as a CLR type.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter)]
public class GraphQLTypeAttribute : Attribute
{
    /// <summary>A type in the notation of the schema language, such as <c>[Long!]</c>.</summary>
    public GraphQLTypeAttribute(string typeSyntax) => TypeSyntax = typeSyntax;

    /// <summary>The schema type of this CLR type.</summary>
    public GraphQLTypeAttribute(Type type) => Type = type;

    /// <summary>The type in the notation of the schema language, when it was given so.</summary>
    public string? TypeSyntax { get; }

    /// <summary>The CLR type, when it was given so.</summary>
    public Type? Type { get; }
}

/// <summary>The value an argument or input field has when a request does not mention it. A null is a default too, and printed as one.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class DefaultValueAttribute(object? value) : Attribute
{
    /// <summary>The CLR value.</summary>
    public object? Value { get; } = value;
}

/// <summary>The parameter receives the object the field is selected on.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute : Attribute;

/// <summary>The parameter is a service of the request's provider. Registered services are recognised without it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceAttribute(string? key = null) : Attribute
{
    /// <summary>The key of a keyed service.</summary>
    public string? Key { get; } = key;
}
