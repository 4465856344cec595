namespace IpMarketplace.Organizations;

/// <summary>The figures by which an enterprise's size is classified.</summary>
/// <param name="Employees">Persons employed.</param>
/// <param name="Revenue">Operating revenue of the last year, in 10,000 yuan.</param>
/// <param name="Assets">Total assets at the end of the last year, in 10,000 yuan.</param>
public sealed record EnterpriseFigures(int? Employees, decimal? Revenue, decimal? Assets);
