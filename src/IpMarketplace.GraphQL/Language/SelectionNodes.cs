using System.Collections.Immutable;

namespace IpMarketplace.GraphQL.Language;

/// <summary>A field, a fragment spread or an inline fragment (2.4).</summary>
public interface ISelectionNode : IHasDirectives;

/// <summary>A selection set (2.4).</summary>
public sealed class SelectionSetNode(ImmutableArray<ISelectionNode> selections, Location location = default) : SyntaxNode(location)
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.SelectionSet;

    /// <summary>The selections in source order; never empty when parsed.</summary>
    public ImmutableArray<ISelectionNode> Selections { get; } = selections;
}

/// <summary>A field (2.5).</summary>
public sealed class FieldNode(
    string? alias,
    string name,
    ImmutableArray<ArgumentNode> arguments,
    ImmutableArray<DirectiveNode> directives,
    SelectionSetNode? selectionSet,
    Location location = default) : SyntaxNode(location), ISelectionNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.Field;

    /// <summary>The alias; null where none is written.</summary>
    public string? Alias { get; } = alias;

    /// <summary>The field's name in its type.</summary>
    public string Name { get; } = name;

    /// <summary>The arguments in source order.</summary>
    public ImmutableArray<ArgumentNode> Arguments { get; } = arguments;

    /// <inheritdoc />
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <summary>What is selected below; null for a leaf.</summary>
    public SelectionSetNode? SelectionSet { get; } = selectionSet;

    /// <summary>The key of the field in the response: the alias, else the name (2.7).</summary>
    public string ResponseName => Alias ?? Name;
}

/// <summary>A spread of a named fragment, <c>...Name</c> (2.8).</summary>
public sealed class FragmentSpreadNode(string name, ImmutableArray<DirectiveNode> directives, Location location = default)
    : SyntaxNode(location), ISelectionNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.FragmentSpread;

    /// <summary>The fragment's name.</summary>
    public string Name { get; } = name;

    /// <inheritdoc />
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>An inline fragment (2.8.2).</summary>
public sealed class InlineFragmentNode(
    NamedTypeNode? typeCondition, ImmutableArray<DirectiveNode> directives, SelectionSetNode selectionSet, Location location = default)
    : SyntaxNode(location), ISelectionNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.InlineFragment;

    /// <summary>The type it applies to; null means that of the enclosing selection set.</summary>
    public NamedTypeNode? TypeCondition { get; } = typeCondition;

    /// <inheritdoc />
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <summary>What is selected.</summary>
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

/// <summary>An argument of a field or a directive (2.6).</summary>
public sealed class ArgumentNode(string name, IValueNode value, Location location = default) : SyntaxNode(location)
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.Argument;

    /// <summary>The argument's name.</summary>
    public string Name { get; } = name;

    /// <summary>Its value.</summary>
    public IValueNode Value { get; } = value;
}

/// <summary>A directive where it is applied (2.12).</summary>
public sealed class DirectiveNode(string name, ImmutableArray<ArgumentNode> arguments, Location location = default) : SyntaxNode(location)
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.Directive;

    /// <summary>The directive's name, without the at sign.</summary>
    public string Name { get; } = name;

    /// <summary>The arguments in source order.</summary>
    public ImmutableArray<ArgumentNode> Arguments { get; } = arguments;
}
