using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.OpenLicensing;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Organizations;
using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Patents.Schema;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Licensing.Schema;

/// <summary>How a licence looks in the schema, beside its own properties.</summary>
[ObjectType<Licence>]
public static partial class LicenceNode
{
    /// <summary>Finds a licence that the viewer gave, took or watches over.</summary>
    [NodeResolver]
    public static async Task<Licence?> GetLicenceByIdAsync(long id, Viewer viewer, IDbContextFactory<MarketplaceDbContext> contexts, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.LicencesVisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(licence => licence.Id == id, ct);
    }

    /// <summary>The patentee.</summary>
    public static async Task<Organization> GetLicensorAsync([Parent] Licence licence, OrganizationByIdDataLoader organizations, CancellationToken ct) =>
        (await organizations.LoadAsync(licence.LicensorId, ct))!;

    /// <summary>The organization that exploits; null for a natural person.</summary>
    public static async Task<Organization?> GetLicenseeAsync([Parent] Licence licence, OrganizationByIdDataLoader organizations, CancellationToken ct) =>
        licence.LicenseeId is { } licensee ? await organizations.LoadAsync(licensee, ct) : null;

    /// <summary>The request from which it came.</summary>
    public static async Task<LicenceRequest> GetRequestAsync([Parent] Licence licence, LicenceRequestByIdDataLoader requests, CancellationToken ct) =>
        (await requests.LoadAsync(licence.RequestId, ct))!;

    /// <summary>The declaration that was accepted.</summary>
    public static async Task<OpenLicence> GetOpenLicenceAsync([Parent] Licence licence, OpenLicenceByIdDataLoader openLicences, CancellationToken ct) =>
        (await openLicences.LoadAsync(licence.OpenLicenceId, ct))!;

    /// <summary>Whether its recordal is late (INV-62); that never touches its effect.</summary>
    public static bool IsRecordalOverdue([Parent] Licence licence, TimeProvider clock) => licence.IsRecordalOverdue(clock.Today());

    /// <summary>What the viewer, as a party, can do with it now.</summary>
    public static IReadOnlyList<LicenceAction> AllowedActions(
        [Parent] Licence licence, Viewer viewer) => licence.IsOwnedBy(viewer) && viewer.May(Permission.RecordLicences)
        ? [.. LicenceLifecycle.Table.AllowedActions(licence.State).Where(action => action is not (LicenceAction.End or LicenceAction.Void))]
        : [];

    /// <summary>What the viewer, as a party, can record of its recordal now.</summary>
    public static IReadOnlyList<RecordalAction> AllowedRecordalActions(
        [Parent] Licence licence, Viewer viewer) => licence.IsOwnedBy(viewer) && viewer.May(Permission.RecordLicences)
        ? [.. LicenceLifecycle.Recordal.AllowedActions(licence.Recordal)]
        : [];
}

/// <summary>How a licensed patent looks in the schema.</summary>
[ObjectType<LicensedPatent>]
public static partial class LicensedPatentNode
{
    /// <summary>The patent.</summary>
    public static async Task<PatentCard> GetPatentAsync([Parent] LicensedPatent licensed, PatentCardByIdDataLoader patents, CancellationToken ct) =>
        (await patents.LoadAsync(licensed.PatentId, ct))!;
}
