using System.Collections.Immutable;

namespace IpMarketplace.GraphQL.Language;

/// <summary>A node of the syntax tree. Nodes are immutable and may be shared between threads.</summary>
public interface ISyntaxNode
{
    /// <summary>The production this node stands for.</summary>
    SyntaxKind Kind { get; }

    /// <summary>Where the node begins in its source; unknown for nodes made by code.</summary>
    Location Location { get; }
}

/// <summary>A node that may carry directives.</summary>
public interface IHasDirectives : ISyntaxNode
{
    /// <summary>The directives, in the order they were written (3.13: the order may be significant).</summary>
    ImmutableArray<DirectiveNode> Directives { get; }
}

/// <summary>Base of all nodes. Its text is the printed GraphQL.</summary>
public abstract class SyntaxNode(Location location) : ISyntaxNode
{
    /// <inheritdoc />
    public abstract SyntaxKind Kind { get; }

    /// <inheritdoc />
    public Location Location { get; } = location;

    /// <inheritdoc />
    public override string ToString() => SyntaxPrinter.Print(this, indented: false);
}
