using System.Collections.Immutable;

namespace IpMarketplace.GraphQL.Language;

/// <summary>An input value as it is written (2.9).</summary>
public interface IValueNode : ISyntaxNode;

/// <summary>A use of a variable (2.10).</summary>
public sealed class VariableNode(string name, Location location = default) : SyntaxNode(location), IValueNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.Variable;

    /// <summary>The variable's name, without the dollar sign.</summary>
    public string Name { get; } = name;
}

/// <summary>An integer literal (2.9.1).</summary>
public sealed class IntValueNode(string value, Location location = default) : SyntaxNode(location), IValueNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.IntValue;

    /// <summary>The literal as written; of any size.</summary>
    public string Value { get; } = value;
}

/// <summary>A literal with a fraction or an exponent (2.9.2).</summary>
public sealed class FloatValueNode(string value, Location location = default) : SyntaxNode(location), IValueNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.FloatValue;

    /// <summary>The literal as written; of any size and precision.</summary>
    public string Value { get; } = value;
}

/// <summary>A string literal (2.9.4).</summary>
public sealed class StringValueNode(string value, bool block = false, Location location = default) : SyntaxNode(location), IValueNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.StringValue;

    /// <summary>The text it means: escapes resolved, the indentation of a block string removed.</summary>
    public string Value { get; } = value;

    /// <summary>Whether it was written as a block string.</summary>
    public bool Block { get; } = block;
}

/// <summary><c>true</c> or <c>false</c> (2.9.3).</summary>
public sealed class BooleanValueNode(bool value, Location location = default) : SyntaxNode(location), IValueNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.BooleanValue;

    /// <summary>The value.</summary>
    public bool Value { get; } = value;
}

/// <summary><c>null</c> (2.9.5).</summary>
public sealed class NullValueNode(Location location = default) : SyntaxNode(location), IValueNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.NullValue;
}

/// <summary>The name of an enum value (2.9.6).</summary>
public sealed class EnumValueNode(string value, Location location = default) : SyntaxNode(location), IValueNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.EnumValue;

    /// <summary>The name; never <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    public string Value { get; } = value;
}

/// <summary>A list (2.9.7).</summary>
public sealed class ListValueNode(ImmutableArray<IValueNode> items, Location location = default) : SyntaxNode(location), IValueNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.ListValue;

    /// <summary>The items in order.</summary>
    public ImmutableArray<IValueNode> Items { get; } = items;
}

/// <summary>An input object (2.9.8).</summary>
public sealed class ObjectValueNode(ImmutableArray<ObjectFieldNode> fields, Location location = default) : SyntaxNode(location), IValueNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.ObjectValue;

    /// <summary>The fields in source order.</summary>
    public ImmutableArray<ObjectFieldNode> Fields { get; } = fields;
}

/// <summary>A field of an input object (2.9.8).</summary>
public sealed class ObjectFieldNode(string name, IValueNode value, Location location = default) : SyntaxNode(location)
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.ObjectField;

    /// <summary>The field's name.</summary>
    public string Name { get; } = name;

    /// <summary>Its value.</summary>
    public IValueNode Value { get; } = value;
}
