namespace IpMarketplace.GraphQL.Building.Mutations;

/// <summary>What a mutation answers, when the conventions have wrapped it: a value, or errors.</summary>
internal sealed record MutationPayload(object? Value, IReadOnlyList<object>? Errors);
