using IpMarketplace.Kernel.Security;

namespace IpMarketplace.Patents.Persistence;

/// <summary>What a viewer may reach.</summary>
public static class PatentScopes
{
    /// <summary>The patents of which the viewer's organization owns a share.</summary>
    public static IQueryable<Patent> OwnedBy(this IQueryable<Patent> patents, Viewer viewer) => viewer.OrganizationId is { } organization
        ? patents.Where(patent => patent.Owners.Any(owner => owner.OrganizationId == organization))
        : patents.Where(_ => false);
}
