using IpMarketplace.Kernel.Security;
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

/// <summary>How a request for an open licence looks in the schema, beside its own properties.</summary>
[ObjectType<LicenceRequest>]
public static partial class LicenceRequestNode
{
    /// <summary>Finds a request that the viewer sent, received or watches over.</summary>
    [NodeResolver]
    public static async Task<LicenceRequest?> GetLicenceRequestByIdAsync(
        long id, Viewer viewer, IDbContextFactory<MarketplaceDbContext> contexts, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.LicenceRequestsVisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(request => request.Id == id, ct);
    }

    /// <summary>The declaration that is accepted.</summary>
    public static async Task<OpenLicence> GetOpenLicenceAsync([Parent] LicenceRequest request, OpenLicenceByIdDataLoader openLicences, CancellationToken ct) =>
        (await openLicences.LoadAsync(request.OpenLicenceId, ct))!;

    /// <summary>The patent.</summary>
    public static async Task<PatentCard> GetPatentAsync([Parent] LicenceRequest request, PatentCardByIdDataLoader patents, CancellationToken ct) =>
        (await patents.LoadAsync(request.PatentId, ct))!;

    /// <summary>The patentee that declared.</summary>
    public static async Task<Organization> GetPatenteeAsync([Parent] LicenceRequest request, OrganizationByIdDataLoader organizations, CancellationToken ct) =>
        (await organizations.LoadAsync(request.PatenteeId, ct))!;

    /// <summary>The organization that takes the licence; null for a natural person.</summary>
    public static async Task<Organization?> GetLicenseeAsync([Parent] LicenceRequest request, OrganizationByIdDataLoader organizations, CancellationToken ct) =>
        request.LicenseeId is { } licensee ? await organizations.LoadAsync(licensee, ct) : null;

    /// <summary>The licence that it became; null until it takes effect.</summary>
    public static async Task<Licence?> GetLicenceAsync([Parent] LicenceRequest request, LicenceByRequestDataLoader licences, CancellationToken ct) =>
        request.State == LicenceRequestState.Effective ? await licences.LoadAsync(request.Id, ct) : null;

    /// <summary>What the viewer can do with it now: by its state, the viewer's permissions and the side the viewer is on.</summary>
    public static IReadOnlyList<LicenceRequestAction> AllowedActions([Parent] LicenceRequest request, Viewer viewer) =>
        [.. LicenceRequestLifecycle.Table.AllowedActions(request.State).Where(action => MayTake(action, request, viewer))];

    private static bool MayTake(LicenceRequestAction action, LicenceRequest request, Viewer viewer) => action switch
    {
        LicenceRequestAction.SendNotice or LicenceRequestAction.ReportPayment or LicenceRequestAction.Cancel =>
            viewer.May(Permission.TakeLicences) && request.IsSentBy(viewer),
        LicenceRequestAction.ConfirmPayment or LicenceRequestAction.DisputePayment =>
            viewer.May(Permission.ConfirmPayments) && request.PatenteeId == viewer.OrganizationId,
        _ => false,
    };
}
