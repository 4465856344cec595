using IpMarketplace.Organizations;
using IpMarketplace.Patents;

namespace IpMarketplace.Statistics.Schema;

/// <summary>Which part of the marketplace is counted; what is null does not restrict.</summary>
/// <param name="Province">The patentee's province: the first two digits of its GB/T 2260 code.</param>
/// <param name="OrganizationId">One patentee.</param>
/// <param name="OrganizationKind">What the patentee is.</param>
/// <param name="IpcSection">The section of the main IPC symbol, A to H; designs are in none.</param>
/// <param name="Field">The WIPO technology field of the main IPC symbol, 1 to 35; designs are in none.</param>
/// <param name="PatentKind">Invention, utility model or design.</param>
public sealed record StatisticsFilters(
    string? Province, [property: ID<Organization>] long? OrganizationId, OrganizationKind? OrganizationKind, string? IpcSection, int? Field, PatentKind? PatentKind)
{
    internal static StatisticsFilters Of(Universe universe) => new(
        universe.Province, universe.OrganizationId, universe.OrganizationKind, universe.IpcSection?.ToString(), universe.Field, universe.PatentKind);
}
