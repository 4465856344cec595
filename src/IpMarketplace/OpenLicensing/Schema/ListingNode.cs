using IpMarketplace.Kernel.Security;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Organizations;
using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Patents;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Patents.Schema;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Schema;

/// <summary>How a listing looks in the schema, beside its own properties.</summary>
[ObjectType<Listing>]
public static partial class ListingNode
{
    /// <summary>Finds a listing that the viewer may see.</summary>
    [NodeResolver]
    public static async Task<Listing?> GetListingByIdAsync(long id, Viewer viewer, IDbContextFactory<MarketplaceDbContext> contexts, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.ListingsVisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(listing => listing.Id == id, ct);
    }

    /// <summary>The patent listed.</summary>
    public static async Task<PatentCard> GetPatentAsync([Parent] Listing listing, PatentCardByIdDataLoader patents, CancellationToken ct) =>
        (await patents.LoadAsync(listing.PatentId, ct))!;

    /// <summary>The organization whose listing it is.</summary>
    public static async Task<Organization> GetOrganizationAsync([Parent] Listing listing, OrganizationByIdDataLoader organizations, CancellationToken ct) =>
        (await organizations.LoadAsync(listing.OrganizationId, ct))!;

    /// <summary>The headline.</summary>
    public static string Title([Parent] Listing listing) => listing.Content.Title;

    /// <summary>What the invention does and for whom, in plain language.</summary>
    public static string Summary([Parent] Listing listing) => listing.Content.Summary;

    /// <summary>Where it can be used.</summary>
    public static IReadOnlyList<string> ApplicationFields([Parent] Listing listing) => listing.Content.ApplicationFields;

    /// <summary>Industries it is for, by GB/T 4754-2017 codes.</summary>
    public static IReadOnlyList<string> Industries([Parent] Listing listing) => listing.Content.Industries;

    /// <summary>How far the technology is developed.</summary>
    public static Maturity? Maturity([Parent] Listing listing) => listing.Content.Maturity;

    /// <summary>Whom to ask; only for the own organization (GI-10), otherwise null.</summary>
    public static string? Contact([Parent] Listing listing, Viewer viewer) => IsOwn(listing, viewer) ? listing.Content.Contact : null;

    /// <summary>References to the consents of the other owners; only for the own organization, otherwise null.</summary>
    public static IReadOnlyList<string>? CoOwnerConsents([Parent] Listing listing, Viewer viewer) => IsOwn(listing, viewer) ? listing.Content.CoOwnerConsents : null;

    /// <summary>Why the approver returned it; only for the own organization, otherwise null.</summary>
    public static string? ReturnReason([Parent] Listing listing, Viewer viewer) => IsOwn(listing, viewer) ? listing.ReturnReason : null;

    /// <summary>Why it is hidden; only for the own organization, otherwise null.</summary>
    public static string? SuspensionReason([Parent] Listing listing, Viewer viewer) => IsOwn(listing, viewer) ? listing.SuspensionReason : null;

    /// <summary>How an open-licence listing may call itself: "announced by CNIPA" only while it is (INV-21). Null in other modes.</summary>
    public static async Task<OfferLabel?> GetLabelAsync([Parent] Listing listing, AnnouncedOpenLicenceByPatentDataLoader announced, CancellationToken ct) =>
        listing.LabelWhen(listing.Mode == ListingMode.OpenLicence && await announced.LoadAsync(listing.PatentId, ct) is not null);

    /// <summary>What the viewer can do with it now: by its state, the viewer's permissions and ownership.</summary>
    public static IReadOnlyList<ListingAction> AllowedActions([Parent] Listing listing, Viewer viewer) =>
        IsOwn(listing, viewer) ? [.. ListingLifecycle.Table.AllowedActions(listing.State).Where(action => MayTake(action, listing, viewer))] : [];

    private static bool MayTake(ListingAction action, Listing listing, Viewer viewer) => action switch
    {
        ListingAction.Approve or ListingAction.Return => viewer.May(Permission.ApproveListings) && viewer.UserId != listing.SubmittedBy,
        ListingAction.Resume => viewer.May(Permission.PrepareListings) && listing.SuspendedBy == Suspender.Owner,
        _ => viewer.May(Permission.PrepareListings),
    };

    private static bool IsOwn(Listing listing, Viewer viewer) => listing.OrganizationId == viewer.OrganizationId;
}
