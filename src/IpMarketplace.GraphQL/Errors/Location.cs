namespace IpMarketplace.GraphQL.Errors;

/// <summary>A place in the request's document (spec 7.1.2, "locations").</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
public readonly record struct Location(int Line, int Column);
