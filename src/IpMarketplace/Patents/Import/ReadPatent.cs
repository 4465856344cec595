namespace IpMarketplace.Patents.Import;

/// <summary>A line understood as a patent.</summary>
/// <param name="Details">The bibliographic record.</param>
/// <param name="Owners">The owners; null where the line does not name them.</param>
/// <param name="GrantDate">The day of the grant, where the line shows it.</param>
public sealed record ReadPatent(PatentDetails Details, IReadOnlyList<ReadOwner>? Owners, DateOnly? GrantDate);
