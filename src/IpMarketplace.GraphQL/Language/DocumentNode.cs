using System.Collections.Immutable;

namespace IpMarketplace.GraphQL.Language;

/// <summary>A definition at the top of a document (2.2).</summary>
public interface IDefinitionNode : ISyntaxNode;

/// <summary>A whole source text: executable definitions, type system definitions and extensions (2.2).</summary>
public sealed class DocumentNode(ImmutableArray<IDefinitionNode> definitions, Location location = default) : SyntaxNode(location)
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.Document;

    /// <summary>The definitions in source order; never empty when parsed.</summary>
    public ImmutableArray<IDefinitionNode> Definitions { get; } = definitions;

    /// <summary>How many tokens the text had; 0 when it was not parsed.</summary>
    internal int TokenCount { get; init; }
}
