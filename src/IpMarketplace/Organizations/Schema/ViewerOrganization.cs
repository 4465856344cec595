using IpMarketplace.Accounts.Schema;
using IpMarketplace.Organizations.Persistence;

namespace IpMarketplace.Organizations.Schema;

/// <summary>For whom the viewer acts.</summary>
[ObjectType<ViewerProfile>]
public static partial class ViewerOrganization
{
    /// <summary>The organization whose roles the viewer holds; null for natural persons and administrations.</summary>
    public static async Task<Organization?> GetOrganizationAsync([Parent] ViewerProfile viewer, OrganizationByIdDataLoader organizations, CancellationToken ct) =>
        viewer.OrganizationId is { } id ? await organizations.LoadAsync(id, ct) : null;
}
