namespace IpMarketplace.GraphQL.Language;

/// <summary>A reference to a type (2.11).</summary>
public interface ITypeNode : ISyntaxNode;

/// <summary>A type by name.</summary>
public sealed class NamedTypeNode(string name, Location location = default) : SyntaxNode(location), ITypeNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.NamedType;

    /// <summary>The type's name.</summary>
    public string Name { get; } = name;
}

/// <summary>A list, <c>[T]</c>.</summary>
public sealed class ListTypeNode(ITypeNode type, Location location = default) : SyntaxNode(location), ITypeNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.ListType;

    /// <summary>The type of the items.</summary>
    public ITypeNode Type { get; } = type;
}

/// <summary>A type without null, <c>T!</c>.</summary>
public sealed class NonNullTypeNode(ITypeNode type, Location location = default) : SyntaxNode(location), ITypeNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.NonNullType;

    /// <summary>The nullable type inside; never itself a <see cref="NonNullTypeNode"/>.</summary>
    public ITypeNode Type { get; } = type;
}
