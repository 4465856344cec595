namespace IpMarketplace.GraphQL.Language;

/// <summary>
/// Where the first token of a node stands in its source: <paramref name="Start"/> is the byte offset from 0, <paramref name="Line"/> and
/// <paramref name="Column"/> count from 1. The default value means that no location was recorded.
/// </summary>
public readonly record struct Location(int Start, int Line, int Column)
{
    /// <summary>Whether the node came out of a source text whose locations were kept.</summary>
    public bool IsKnown => Line > 0;
}
