using System.Collections.Immutable;

namespace IpMarketplace.GraphQL.Language;

/// <summary>The kind of an operation (2.3).</summary>
public enum OperationType
{
    /// <summary>Reads.</summary>
    Query,

    /// <summary>Writes, one root field after another, then reads.</summary>
    Mutation,

    /// <summary>Reads again with each event of a stream.</summary>
    Subscription,
}

/// <summary>An operation or a fragment: what a client may send (2.2).</summary>
public interface IExecutableDefinitionNode : IDefinitionNode, IHasDirectives
{
    /// <summary>The name; null for an anonymous operation.</summary>
    string? Name { get; }

    /// <summary>The description; it has no effect on execution.</summary>
    StringValueNode? Description { get; }

    /// <summary>What is selected.</summary>
    SelectionSetNode SelectionSet { get; }
}

/// <summary>An operation (2.3).</summary>
public sealed class OperationDefinitionNode(
    OperationType operation,
    string? name,
    ImmutableArray<VariableDefinitionNode> variableDefinitions,
    ImmutableArray<DirectiveNode> directives,
    SelectionSetNode selectionSet,
    StringValueNode? description = null,
    Location location = default) : SyntaxNode(location), IExecutableDefinitionNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.OperationDefinition;

    /// <summary>Query, mutation or subscription; the short form <c>{ … }</c> is a query.</summary>
    public OperationType Operation { get; } = operation;

    /// <inheritdoc />
    public string? Name { get; } = name;

    /// <summary>The variables the operation takes.</summary>
    public ImmutableArray<VariableDefinitionNode> VariableDefinitions { get; } = variableDefinitions;

    /// <inheritdoc />
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <inheritdoc />
    public SelectionSetNode SelectionSet { get; } = selectionSet;

    /// <inheritdoc />
    public StringValueNode? Description { get; } = description;
}

/// <summary>A named fragment (2.8).</summary>
public sealed class FragmentDefinitionNode(
    string name,
    NamedTypeNode typeCondition,
    ImmutableArray<DirectiveNode> directives,
    SelectionSetNode selectionSet,
    StringValueNode? description = null,
    Location location = default) : SyntaxNode(location), IExecutableDefinitionNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.FragmentDefinition;

    /// <summary>The name; never <c>on</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The type the fragment applies to.</summary>
    public NamedTypeNode TypeCondition { get; } = typeCondition;

    /// <inheritdoc />
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <inheritdoc />
    public SelectionSetNode SelectionSet { get; } = selectionSet;

    /// <inheritdoc />
    public StringValueNode? Description { get; } = description;
}

/// <summary>A variable an operation takes (2.10).</summary>
public sealed class VariableDefinitionNode(
    VariableNode variable,
    ITypeNode type,
    IValueNode? defaultValue,
    ImmutableArray<DirectiveNode> directives,
    StringValueNode? description = null,
    Location location = default) : SyntaxNode(location), IHasDirectives
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.VariableDefinition;

    /// <summary>The variable.</summary>
    public VariableNode Variable { get; } = variable;

    /// <summary>Its type.</summary>
    public ITypeNode Type { get; } = type;

    /// <summary>Its default, a constant; null where none is written.</summary>
    public IValueNode? DefaultValue { get; } = defaultValue;

    /// <inheritdoc />
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <summary>The description; it has no effect on execution.</summary>
    public StringValueNode? Description { get; } = description;
}
