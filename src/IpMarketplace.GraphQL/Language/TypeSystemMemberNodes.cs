using System.Collections.Immutable;

namespace IpMarketplace.GraphQL.Language;

/// <summary>A field of an object or interface type (3.6).</summary>
public sealed class FieldDefinitionNode(
    StringValueNode? description,
    string name,
    ImmutableArray<InputValueDefinitionNode> arguments,
    ITypeNode type,
    ImmutableArray<DirectiveNode> directives,
    Location location = default) : SyntaxNode(location), IHasDirectives
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.FieldDefinition;

    /// <summary>The description; null where none is written.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The field's name.</summary>
    public string Name { get; } = name;

    /// <summary>The arguments it takes (3.6.1).</summary>
    public ImmutableArray<InputValueDefinitionNode> Arguments { get; } = arguments;

    /// <summary>What it answers.</summary>
    public ITypeNode Type { get; } = type;

    /// <inheritdoc />
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>An argument of a field or directive, or a field of an input object type (3.6.1, 3.10).</summary>
public sealed class InputValueDefinitionNode(
    StringValueNode? description,
    string name,
    ITypeNode type,
    IValueNode? defaultValue,
    ImmutableArray<DirectiveNode> directives,
    Location location = default) : SyntaxNode(location), IHasDirectives
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.InputValueDefinition;

    /// <summary>The description; null where none is written.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The name of the argument or input field.</summary>
    public string Name { get; } = name;

    /// <summary>Its type.</summary>
    public ITypeNode Type { get; } = type;

    /// <summary>Its default, a constant; null where none is written.</summary>
    public IValueNode? DefaultValue { get; } = defaultValue;

    /// <inheritdoc />
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>A value of an enum (3.9).</summary>
public sealed class EnumValueDefinitionNode(
    StringValueNode? description, string name, ImmutableArray<DirectiveNode> directives, Location location = default)
    : SyntaxNode(location), IHasDirectives
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.EnumValueDefinition;

    /// <summary>The description; null where none is written.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The value's name; never <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    public string Name { get; } = name;

    /// <inheritdoc />
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>The definition of a directive (3.13).</summary>
public sealed class DirectiveDefinitionNode(
    StringValueNode? description,
    string name,
    ImmutableArray<InputValueDefinitionNode> arguments,
    bool isRepeatable,
    ImmutableArray<string> locations,
    Location location = default) : SyntaxNode(location), ITypeSystemDefinitionNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.DirectiveDefinition;

    /// <inheritdoc />
    public StringValueNode? Description { get; } = description;

    /// <summary>The directive's name, without the at sign.</summary>
    public string Name { get; } = name;

    /// <summary>The arguments it takes.</summary>
    public ImmutableArray<InputValueDefinitionNode> Arguments { get; } = arguments;

    /// <summary>Whether it may stand more than once at one place.</summary>
    public bool IsRepeatable { get; } = isRepeatable;

    /// <summary>Where it may stand, as the grammar spells it: <c>FIELD</c>, <c>ENUM_VALUE</c>, …</summary>
    public ImmutableArray<string> Locations { get; } = locations;
}
