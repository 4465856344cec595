using IpMarketplace.GraphQL.Validation.Limits;

namespace IpMarketplace.Api.Settings;

/// <summary>How much a GraphQL request may ask for, <c>GraphQL:Limits</c>; the engine's README says what each limit means.</summary>
internal sealed record LimitSettings
{
    /// <summary>Tokens of a document.</summary>
    public int Tokens { get; init; } = RequestLimits.Default.MaxTokens;

    /// <summary>Levels of brackets in a document and in the JSON of a request.</summary>
    public int Nesting { get; init; } = RequestLimits.Default.MaxNesting;

    /// <summary>Directives of a document.</summary>
    public int Directives { get; init; } = RequestLimits.Default.MaxDirectives;

    /// <summary>Directives at one place.</summary>
    public int DirectivesPerPlace { get; init; } = RequestLimits.Default.MaxDirectivesPerPlace;

    /// <summary>Fragments that a document defines.</summary>
    public int Fragments { get; init; } = RequestLimits.Default.MaxFragments;

    /// <summary>Places of a document where fragments are spread.</summary>
    public int FragmentSpreads { get; init; } = RequestLimits.Default.MaxFragmentSpreads;

    /// <summary>Levels of fields.</summary>
    public int Depth { get; init; } = RequestLimits.Default.MaxDepth;

    /// <summary>Root fields of an operation.</summary>
    public int RootFields { get; init; } = RequestLimits.Default.MaxRootFields;

    /// <summary>Aliases of an operation.</summary>
    public int Aliases { get; init; } = RequestLimits.Default.MaxAliases;

    /// <summary>Fields of an operation.</summary>
    public int Fields { get; init; } = RequestLimits.Default.MaxFields;

    /// <summary>Fields looked at while selections are merged.</summary>
    public int MergedFields { get; init; } = RequestLimits.Default.MaxMergedFields;

    /// <summary>Items of all lists in the variables of a request.</summary>
    public int ListItems { get; init; } = RequestLimits.Default.MaxListItems;

    /// <summary>Lists of introspection in each other.</summary>
    public int IntrospectionLists { get; init; } = RequestLimits.Default.MaxIntrospectionLists;

    /// <summary>Bytes of a response.</summary>
    public int ResponseBytes { get; init; } = RequestLimits.Default.MaxResponseBytes;

    /// <summary>The estimated cost of an operation.</summary>
    public int Cost { get; init; } = (int)RequestLimits.Default.MaxCost;

    /// <summary>Items of a page.</summary>
    public int PageSize { get; init; } = 100;

    public RequestLimits ForRequests() => new()
    {
        MaxTokens = Tokens,
        MaxNesting = Nesting,
        MaxDirectives = Directives,
        MaxDirectivesPerPlace = DirectivesPerPlace,
        MaxFragments = Fragments,
        MaxFragmentSpreads = FragmentSpreads,
        MaxDepth = Depth,
        MaxRootFields = RootFields,
        MaxAliases = Aliases,
        MaxFields = Fields,
        MaxMergedFields = MergedFields,
        MaxListItems = ListItems,
        MaxIntrospectionLists = IntrospectionLists,
        MaxResponseBytes = ResponseBytes,
        MaxCost = Cost,
    };

    public IEnumerable<string> Problems() =>
        from limit in All()
        where limit.Value < 1 || limit.Value > limit.Most
        select $"GraphQL:Limits:{limit.Name} is {limit.Value}; set it between 1 and {limit.Most}.";

    // What recurses, or takes memory for each, has an upper bound that the server can bear.
    private IEnumerable<(string Name, int Value, int Most)> All() =>
    [
        (nameof(Tokens), Tokens, 1_000_000),
        (nameof(Nesting), Nesting, 200),
        (nameof(Directives), Directives, 100_000),
        (nameof(DirectivesPerPlace), DirectivesPerPlace, 1_000),
        (nameof(Fragments), Fragments, 10_000),
        (nameof(FragmentSpreads), FragmentSpreads, 100_000),
        (nameof(Depth), Depth, 200),
        (nameof(RootFields), RootFields, 1_000),
        (nameof(Aliases), Aliases, 10_000),
        (nameof(Fields), Fields, 100_000),
        (nameof(MergedFields), MergedFields, 10_000_000),
        (nameof(ListItems), ListItems, 1_000_000),
        (nameof(IntrospectionLists), IntrospectionLists, 10),
        (nameof(ResponseBytes), ResponseBytes, 1_000_000_000),
        (nameof(Cost), Cost, 1_000_000_000),
        (nameof(PageSize), PageSize, 1_000),
    ];
}
