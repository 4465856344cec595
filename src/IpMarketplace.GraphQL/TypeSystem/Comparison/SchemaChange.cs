namespace IpMarketplace.GraphQL.TypeSystem.Comparison;

/// <summary>One difference between two schemas.</summary>
/// <param name="Kind">What kind of change it is.</param>
/// <param name="Criticality">What it may do to clients.</param>
/// <param name="Coordinate">Where it is, as a schema coordinate (spec 3.14): <c>Patent.owners(first:)</c>, <c>@cost(weight:)</c>.</param>
/// <param name="Message">What has changed, as a sentence.</param>
public sealed record SchemaChange(SchemaChangeKind Kind, Criticality Criticality, string Coordinate, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Criticality}: {Coordinate}: {Message}";
}
