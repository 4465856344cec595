using IpMarketplace.Kernel.Security;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Organizations;
using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Patents.Schema;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Schema;

/// <summary>How an open-licence declaration looks in the schema, beside its own properties.</summary>
[ObjectType<OpenLicence>]
public static partial class OpenLicenceNode
{
    /// <summary>Finds a declaration that the viewer may see.</summary>
    [NodeResolver]
    public static async Task<OpenLicence?> GetOpenLicenceByIdAsync(
        long id, Viewer viewer, IDbContextFactory<MarketplaceDbContext> contexts, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.OpenLicencesVisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(openLicence => openLicence.Id == id, ct);
    }

    /// <summary>The patent.</summary>
    public static async Task<PatentCard> GetPatentAsync([Parent] OpenLicence openLicence, PatentCardByIdDataLoader patents, CancellationToken ct) =>
        (await patents.LoadAsync(openLicence.PatentId, ct))!;

    /// <summary>The patentee that declares, for all owners.</summary>
    public static async Task<Organization> GetPatenteeAsync([Parent] OpenLicence openLicence, OrganizationByIdDataLoader organizations, CancellationToken ct) =>
        (await organizations.LoadAsync(openLicence.OrganizationId, ct))!;

    /// <summary>What bars an open licence of this patent today (IR 86).</summary>
    public static async Task<IReadOnlyList<OpenLicenceBar>> GetBarsAsync(
        [Parent] OpenLicence openLicence, OpenLicenceBarsByPatentDataLoader bars, CancellationToken ct) =>
        await bars.LoadAsync(openLicence.PatentId, ct) ?? [];

    /// <summary>The written consents of the co-owners (INV-35); only for the own organization, otherwise null.</summary>
    public static IReadOnlyList<CoOwnerConsent>? Consents([Parent] OpenLicence openLicence, Viewer viewer) => IsOwn(openLicence, viewer) ? openLicence.Consents : null;

    /// <summary>CNIPA's receipt of the filing; only for the own organization, otherwise null.</summary>
    public static string? ReceiptNumber([Parent] OpenLicence openLicence, Viewer viewer) => IsOwn(openLicence, viewer) ? openLicence.ReceiptNumber : null;

    /// <summary>Why the approver returned it; only for the own organization, otherwise null.</summary>
    public static string? ReturnReason([Parent] OpenLicence openLicence, Viewer viewer) => IsOwn(openLicence, viewer) ? openLicence.ReturnReason : null;

    /// <summary>What CNIPA wants corrected, or why it refused; only for the own organization, otherwise null.</summary>
    public static string? CnipaReason([Parent] OpenLicence openLicence, Viewer viewer) => IsOwn(openLicence, viewer) ? openLicence.CnipaReason : null;

    /// <summary>What the viewer can do with it now: by its state, the viewer's permissions and ownership.</summary>
    public static IReadOnlyList<OpenLicenceAction> AllowedActions([Parent] OpenLicence openLicence, Viewer viewer) =>
        IsOwn(openLicence, viewer) ? [.. OpenLicenceLifecycle.Table.AllowedActions(openLicence.State).Where(action => MayTake(action, openLicence, viewer))] : [];

    private static bool MayTake(OpenLicenceAction action, OpenLicence openLicence, Viewer viewer) => action switch
    {
        OpenLicenceAction.StopAccepting or OpenLicenceAction.AcceptAgain or OpenLicenceAction.Lapse => false,
        OpenLicenceAction.Approve or OpenLicenceAction.Return => viewer.May(Permission.ApproveOpenLicences) && viewer.UserId != openLicence.SubmittedBy,
        _ => viewer.May(Permission.PrepareOpenLicences),
    };

    private static bool IsOwn(OpenLicence openLicence, Viewer viewer) => openLicence.OrganizationId == viewer.OrganizationId;
}
