namespace IpMarketplace.Patents;

/// <summary>Whether a patent came out of a publicly funded project (UN-10).</summary>
/// <param name="IsFunded">Whether it was publicly funded.</param>
/// <param name="Programme">The programme.</param>
/// <param name="ProjectName">The project's name.</param>
/// <param name="ProjectNumber">The project's number.</param>
/// <param name="ResponsibleBody">The body that manages the project.</param>
public sealed record FundingDeclaration(bool IsFunded, string? Programme = null, string? ProjectName = null, string? ProjectNumber = null, string? ResponsibleBody = null);
