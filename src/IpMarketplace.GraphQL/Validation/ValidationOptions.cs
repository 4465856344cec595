using IpMarketplace.GraphQL.Validation.Limits;

namespace IpMarketplace.GraphQL.Validation;

/// <summary>What validation gives away, and how much a request may ask for.</summary>
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

    /// <summary>How much a request may ask for.</summary>
    public RequestLimits Limits { get; init; } = RequestLimits.Default;
}
