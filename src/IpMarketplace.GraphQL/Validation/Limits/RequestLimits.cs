using IpMarketplace.GraphQL.Language;

namespace IpMarketplace.GraphQL.Validation.Limits;

/// <summary>
/// How much a request may ask for; the defaults are those of production. A request over a limit is refused before any of it runs (but for
/// <see cref="MaxResponseBytes"/>), with an error whose code names the limit and whose <c>extensions.limit</c> is its value.
/// </summary>
public sealed record RequestLimits
{
    /// <summary>The limits for requests of strangers.</summary>
    public static RequestLimits Default { get; } = new();

    /// <summary>Most tokens in a document, comments not counted.</summary>
    public int MaxTokens { get; init; } = 20_000;

    /// <summary>
    /// Deepest nesting of brackets in a document: selection sets, list and object values, list types. Also of all JSON of a request: its variables and
    /// <c>extensions</c>, the body as a whole, a message on a socket.
    /// </summary>
    public int MaxNesting { get; init; } = 200;

    /// <summary>Most directives applied in a document.</summary>
    public int MaxDirectives { get; init; } = 500;

    /// <summary>Most directives at one place.</summary>
    public int MaxDirectivesPerPlace { get; init; } = 10;

    /// <summary>Most fragments that a document defines.</summary>
    public int MaxFragments { get; init; } = 200;

    /// <summary>Most places of a document where a fragment, named or inline, is spread.</summary>
    public int MaxFragmentSpreads { get; init; } = 1_000;

    /// <summary>Deepest nesting of fields, fragments resolved; the usual introspection query needs 15.</summary>
    public int MaxDepth { get; init; } = 20;

    /// <summary>Most fields an operation selects on its root type, counting those of a fragment wherever it is spread.</summary>
    public int MaxRootFields { get; init; } = 20;

    /// <summary>Most aliases in an operation, counting those of a fragment wherever it is spread.</summary>
    public int MaxAliases { get; init; } = 100;

    /// <summary>Most fields an operation selects, counting those of a fragment wherever it is spread.</summary>
    public int MaxFields { get; init; } = 5_000;

    /// <summary>Most fields that may be looked at while merging selections (5.3.2); only documents made to be costly come near.</summary>
    public int MaxMergedFields { get; init; } = 500_000;

    /// <summary>Most items that all lists in the variables of a request hold together.</summary>
    public int MaxListItems { get; init; } = 1_000;

    /// <summary>
    /// The highest estimated cost of an operation: the weight of each field (<c>[Cost]</c>; 10 where it may wait, else 0) and 1 for each object, once
    /// for every item of the lists around (<c>[ListSize]</c>; pages count by their size, other lists 10).
    /// </summary>
    public double MaxCost { get; init; } = 10_000;

    /// <summary>
    /// Most lists of introspection in each other: <c>fields</c>, <c>inputFields</c>, <c>interfaces</c> and <c>possibleTypes</c> below <c>__schema</c> or
    /// <c>__type</c>. Every level multiplies the response by the size of the schema; tools need 1, <c>types { fields { type { fields } } }</c> has 2.
    /// </summary>
    public int MaxIntrospectionLists { get; init; } = 2;

    /// <summary>
    /// Most bytes of a response, its errors included; counted while it is made, without escapes. A root field that would go beyond becomes an error,
    /// what is still under way is cancelled.
    /// </summary>
    public int MaxResponseBytes { get; init; } = 4 * 1024 * 1024;

    internal ParserOptions ForParser => new()
    {
        MaxTokens = MaxTokens,
        MaxDepth = MaxNesting,
        MaxDirectives = MaxDirectives,
        MaxDirectivesPerPlace = MaxDirectivesPerPlace,
    };
}
