namespace IpMarketplace.GraphQL.Language;

/// <summary>Where the first token of a node stands in its source. The default value means that no location was recorded.</summary>
/// <param name="Start">The offset in bytes, from 0.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 units, from 1.</param>
public readonly record struct Location(int Start, int Line, int Column)
{
    /// <summary>Whether the node came out of a source text whose locations were kept.</summary>
    public bool IsKnown => Line > 0;
}
