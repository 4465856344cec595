using System.Collections.Immutable;

namespace IpMarketplace.GraphQL.Language;

/// <summary>A definition of the type system: the schema, a type or a directive (3.1).</summary>
public interface ITypeSystemDefinitionNode : IDefinitionNode
{
    /// <summary>The description; null where none is written.</summary>
    StringValueNode? Description { get; }
}

/// <summary>The definition of a named type (3.4).</summary>
public interface ITypeDefinitionNode : ITypeSystemDefinitionNode, IHasDirectives
{
    /// <summary>The type's name.</summary>
    string Name { get; }
}

/// <summary>The root types of the schema (3.3).</summary>
public sealed class SchemaDefinitionNode(
    StringValueNode? description,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<OperationTypeDefinitionNode> operationTypes,
    Location location = default) : SyntaxNode(location), ITypeSystemDefinitionNode, IHasDirectives
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.SchemaDefinition;

    /// <inheritdoc />
    public StringValueNode? Description { get; } = description;

    /// <inheritdoc />
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <summary>The root type of each kind of operation.</summary>
    public ImmutableArray<OperationTypeDefinitionNode> OperationTypes { get; } = operationTypes;
}

/// <summary>The root type of one kind of operation (3.3.1).</summary>
public sealed class OperationTypeDefinitionNode(OperationType operation, NamedTypeNode type, Location location = default) : SyntaxNode(location)
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.OperationTypeDefinition;

    /// <summary>The kind of operation.</summary>
    public OperationType Operation { get; } = operation;

    /// <summary>Its root type.</summary>
    public NamedTypeNode Type { get; } = type;
}

/// <summary>A scalar (3.5).</summary>
public sealed class ScalarTypeDefinitionNode(
    StringValueNode? description, string name, ImmutableArray<DirectiveNode> directives, Location location = default)
    : SyntaxNode(location), ITypeDefinitionNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.ScalarTypeDefinition;

    /// <inheritdoc />
    public StringValueNode? Description { get; } = description;

    /// <inheritdoc />
    public string Name { get; } = name;

    /// <inheritdoc />
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>An object type (3.6).</summary>
public sealed class ObjectTypeDefinitionNode(
    StringValueNode? description,
    string name,
    ImmutableArray<NamedTypeNode> interfaces,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<FieldDefinitionNode> fields,
    Location location = default) : SyntaxNode(location), ITypeDefinitionNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.ObjectTypeDefinition;

    /// <inheritdoc />
    public StringValueNode? Description { get; } = description;

    /// <inheritdoc />
    public string Name { get; } = name;

    /// <summary>The interfaces it implements.</summary>
    public ImmutableArray<NamedTypeNode> Interfaces { get; } = interfaces;

    /// <inheritdoc />
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <summary>Its fields.</summary>
    public ImmutableArray<FieldDefinitionNode> Fields { get; } = fields;
}

/// <summary>An interface (3.7).</summary>
public sealed class InterfaceTypeDefinitionNode(
    StringValueNode? description,
    string name,
    ImmutableArray<NamedTypeNode> interfaces,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<FieldDefinitionNode> fields,
    Location location = default) : SyntaxNode(location), ITypeDefinitionNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.InterfaceTypeDefinition;

    /// <inheritdoc />
    public StringValueNode? Description { get; } = description;

    /// <inheritdoc />
    public string Name { get; } = name;

    /// <summary>The interfaces it implements.</summary>
    public ImmutableArray<NamedTypeNode> Interfaces { get; } = interfaces;

    /// <inheritdoc />
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <summary>Its fields.</summary>
    public ImmutableArray<FieldDefinitionNode> Fields { get; } = fields;
}

/// <summary>A union (3.8).</summary>
public sealed class UnionTypeDefinitionNode(
    StringValueNode? description,
    string name,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<NamedTypeNode> types,
    Location location = default) : SyntaxNode(location), ITypeDefinitionNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.UnionTypeDefinition;

    /// <inheritdoc />
    public StringValueNode? Description { get; } = description;

    /// <inheritdoc />
    public string Name { get; } = name;

    /// <inheritdoc />
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <summary>Its member types.</summary>
    public ImmutableArray<NamedTypeNode> Types { get; } = types;
}

/// <summary>An enum (3.9).</summary>
public sealed class EnumTypeDefinitionNode(
    StringValueNode? description,
    string name,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<EnumValueDefinitionNode> values,
    Location location = default) : SyntaxNode(location), ITypeDefinitionNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.EnumTypeDefinition;

    /// <inheritdoc />
    public StringValueNode? Description { get; } = description;

    /// <inheritdoc />
    public string Name { get; } = name;

    /// <inheritdoc />
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <summary>Its values.</summary>
    public ImmutableArray<EnumValueDefinitionNode> Values { get; } = values;
}

/// <summary>An input object type (3.10).</summary>
public sealed class InputObjectTypeDefinitionNode(
    StringValueNode? description,
    string name,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<InputValueDefinitionNode> fields,
    Location location = default) : SyntaxNode(location), ITypeDefinitionNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.InputObjectTypeDefinition;

    /// <inheritdoc />
    public StringValueNode? Description { get; } = description;

    /// <inheritdoc />
    public string Name { get; } = name;

    /// <inheritdoc />
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <summary>Its input fields.</summary>
    public ImmutableArray<InputValueDefinitionNode> Fields { get; } = fields;
}
