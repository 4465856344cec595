namespace IpMarketplace.GraphQL.Validation;

/// <summary>What validation gives away and how much work it takes on.</summary>
public sealed record ValidationOptions
{
    /// <summary>The settings for development: nothing is hidden.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>Whether messages name members of the schema that the author may have meant ("Did you mean …").</summary>
    public bool Suggestions { get; init; } = true;

    /// <summary>Whether <c>__schema</c> and <c>__type</c> may be asked for.</summary>
    public bool Introspection { get; init; } = true;

    /// <summary>Most errors that are reported; validation ends there.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>Deepest nesting of fields, fragments resolved; the usual introspection query needs 15.</summary>
    public int MaxDepth { get; init; } = 20;

    /// <summary>Most fields an operation may select, counting those of a fragment wherever it is spread.</summary>
    public int MaxFields { get; init; } = 20_000;

    /// <summary>Most fields that may be looked at while merging selections (5.3.2); only documents made to be costly come near.</summary>
    public int MaxMergedFields { get; init; } = 500_000;
}
