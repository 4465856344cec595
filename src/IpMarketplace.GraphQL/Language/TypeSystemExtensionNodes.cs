using System.Collections.Immutable;

namespace IpMarketplace.GraphQL.Language;

/// <summary>An extension of the schema or of a type (3.2).</summary>
public interface ITypeSystemExtensionNode : IDefinitionNode, IHasDirectives;

/// <summary>An extension of a named type (3.4.3).</summary>
public interface ITypeExtensionNode : ITypeSystemExtensionNode
{
    /// <summary>The name of the type that is extended.</summary>
    string Name { get; }
}

/// <summary><c>extend schema</c> (3.3.2).</summary>
public sealed class SchemaExtensionNode(
    ImmutableArray<DirectiveNode> directives, ImmutableArray<OperationTypeDefinitionNode> operationTypes, Location location = default)
    : SyntaxNode(location), ITypeSystemExtensionNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.SchemaExtension;

    /// <inheritdoc />
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <summary>The root types it adds.</summary>
    public ImmutableArray<OperationTypeDefinitionNode> OperationTypes { get; } = operationTypes;
}

/// <summary><c>extend scalar</c> (3.5.7).</summary>
public sealed class ScalarTypeExtensionNode(string name, ImmutableArray<DirectiveNode> directives, Location location = default)
    : SyntaxNode(location), ITypeExtensionNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.ScalarTypeExtension;

    /// <inheritdoc />
    public string Name { get; } = name;

    /// <inheritdoc />
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary><c>extend type</c> (3.6.3).</summary>
public sealed class ObjectTypeExtensionNode(
    string name,
    ImmutableArray<NamedTypeNode> interfaces,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<FieldDefinitionNode> fields,
    Location location = default) : SyntaxNode(location), ITypeExtensionNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.ObjectTypeExtension;

    /// <inheritdoc />
    public string Name { get; } = name;

    /// <summary>The interfaces it adds.</summary>
    public ImmutableArray<NamedTypeNode> Interfaces { get; } = interfaces;

    /// <inheritdoc />
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <summary>The fields it adds.</summary>
    public ImmutableArray<FieldDefinitionNode> Fields { get; } = fields;
}

/// <summary><c>extend interface</c> (3.7.1).</summary>
public sealed class InterfaceTypeExtensionNode(
    string name,
    ImmutableArray<NamedTypeNode> interfaces,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<FieldDefinitionNode> fields,
    Location location = default) : SyntaxNode(location), ITypeExtensionNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.InterfaceTypeExtension;

    /// <inheritdoc />
    public string Name { get; } = name;

    /// <summary>The interfaces it adds.</summary>
    public ImmutableArray<NamedTypeNode> Interfaces { get; } = interfaces;

    /// <inheritdoc />
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <summary>The fields it adds.</summary>
    public ImmutableArray<FieldDefinitionNode> Fields { get; } = fields;
}

/// <summary><c>extend union</c> (3.8.1).</summary>
public sealed class UnionTypeExtensionNode(
    string name, ImmutableArray<DirectiveNode> directives, ImmutableArray<NamedTypeNode> types, Location location = default)
    : SyntaxNode(location), ITypeExtensionNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.UnionTypeExtension;

    /// <inheritdoc />
    public string Name { get; } = name;

    /// <inheritdoc />
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <summary>The member types it adds.</summary>
    public ImmutableArray<NamedTypeNode> Types { get; } = types;
}

/// <summary><c>extend enum</c> (3.9.1).</summary>
public sealed class EnumTypeExtensionNode(
    string name, ImmutableArray<DirectiveNode> directives, ImmutableArray<EnumValueDefinitionNode> values, Location location = default)
    : SyntaxNode(location), ITypeExtensionNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.EnumTypeExtension;

    /// <inheritdoc />
    public string Name { get; } = name;

    /// <inheritdoc />
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <summary>The values it adds.</summary>
    public ImmutableArray<EnumValueDefinitionNode> Values { get; } = values;
}

/// <summary><c>extend input</c> (3.10.1).</summary>
public sealed class InputObjectTypeExtensionNode(
    string name, ImmutableArray<DirectiveNode> directives, ImmutableArray<InputValueDefinitionNode> fields, Location location = default)
    : SyntaxNode(location), ITypeExtensionNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.InputObjectTypeExtension;

    /// <inheritdoc />
    public string Name { get; } = name;

    /// <inheritdoc />
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <summary>The input fields it adds.</summary>
    public ImmutableArray<InputValueDefinitionNode> Fields { get; } = fields;
}
