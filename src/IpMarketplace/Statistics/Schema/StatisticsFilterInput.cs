using IpMarketplace.Organizations;
using IpMarketplace.Patents;

namespace IpMarketplace.Statistics.Schema;

/// <summary>Which part of the marketplace to count; what is left out does not restrict. Patentee means the declaring owner or the licensor.</summary>
/// <param name="Province">The patentee's province: the first two digits of its GB/T 2260 code, such as <c>33</c>.</param>
/// <param name="OrganizationId">One patentee.</param>
/// <param name="OrganizationKind">What the patentee is.</param>
/// <param name="IpcSection">The section of the main IPC symbol, A to H; designs are in none.</param>
/// <param name="Field">The WIPO technology field of the main IPC symbol, 1 to 35; designs are in none.</param>
/// <param name="PatentKind">Invention, utility model or design.</param>
public sealed record StatisticsFilterInput(
    string? Province = null,
    [property: ID<Organization>] long? OrganizationId = null,
    OrganizationKind? OrganizationKind = null,
    string? IpcSection = null,
    int? Field = null,
    PatentKind? PatentKind = null)
{
    private const int Fields = 35;

    internal Universe ToUniverse() => new(Province, OrganizationId, OrganizationKind, IpcSection?[0], Field, PatentKind);

    /// <summary>What is wrong with it, by argument; null when nothing is.</summary>
    internal string? Problem() =>
        Province is not null && !Region.Provinces.ContainsKey(Province) ? $"filter.province: \"{Province}\" is no province; give the first two digits of its GB/T 2260 code, such as 33."
        : IpcSection is not (null or "A" or "B" or "C" or "D" or "E" or "F" or "G" or "H") ? $"filter.ipcSection: \"{IpcSection}\" is no section; give a letter from A to H."
        : Field is < 1 or > Fields ? $"filter.field: {Field} is no WIPO technology field; give a number from 1 to {Fields}."
        : null;
}
