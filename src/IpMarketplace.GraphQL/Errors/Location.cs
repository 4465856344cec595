namespace IpMarketplace.GraphQL.Errors;

/// <summary>A place in the request's document: line and column, both counted from 1 (spec 7.1.2, "locations").</summary>
public readonly record struct Location(int Line, int Column);
