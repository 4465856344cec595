namespace IpMarketplace.GraphQL.Language;

/// <summary>A source text that exceeds a limit of <see cref="ParserOptions"/>; parsing ended there.</summary>
public sealed class SyntaxLimitException(SyntaxLimit exceeded, int limit, string message, Location location) : SyntaxException(message, location)
{
    /// <summary>What there is too much of.</summary>
    public SyntaxLimit Exceeded { get; } = exceeded;

    /// <summary>How much there may be.</summary>
    public int Limit { get; } = limit;
}

/// <summary>The limits of the parser.</summary>
public enum SyntaxLimit
{
    /// <summary><see cref="ParserOptions.MaxTokens"/>.</summary>
    Tokens,

    /// <summary><see cref="ParserOptions.MaxDepth"/>.</summary>
    Nesting,

    /// <summary><see cref="ParserOptions.MaxDirectives"/> and <see cref="ParserOptions.MaxDirectivesPerPlace"/>.</summary>
    Directives,
}
