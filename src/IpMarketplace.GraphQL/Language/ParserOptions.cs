namespace IpMarketplace.GraphQL.Language;

/// <summary>What the parser takes from strangers. Whatever goes over a limit is refused with a <see cref="SyntaxLimitException"/>.</summary>
public sealed record ParserOptions
{
    /// <summary>The limits for documents sent by clients.</summary>
    public static ParserOptions Default { get; } = new();

    /// <summary>For type system documents of our own: any number of tokens.</summary>
    public static ParserOptions Trusted { get; } = new() { MaxTokens = int.MaxValue, MaxDirectives = int.MaxValue, MaxDirectivesPerPlace = int.MaxValue };

    /// <summary>Most tokens in a document, comments not counted.</summary>
    public int MaxTokens { get; init; } = 20_000;

    /// <summary>Deepest nesting of selection sets, list and object values, and list types, all counted together.</summary>
    public int MaxDepth { get; init; } = 200;

    /// <summary>Most directives applied in a document.</summary>
    public int MaxDirectives { get; init; } = 500;

    /// <summary>Most directives at one place.</summary>
    public int MaxDirectivesPerPlace { get; init; } = 10;

    /// <summary>Leaves out the locations of nodes; errors of the parser itself keep theirs.</summary>
    public bool NoLocations { get; init; }
}
