using IpMarketplace.Kernel.Security;
using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;

namespace IpMarketplace.OpenLicensing.Persistence;

/// <summary>What a viewer may change and see (GI-07). What is outside reads as not found.</summary>
public static class OpenLicensingScopes
{
    private static readonly OpenLicenceState[] Public =
        [OpenLicenceState.Announced, OpenLicenceState.WithdrawalFiled, OpenLicenceState.Withdrawn, OpenLicenceState.Lapsed];

    extension(MarketplaceDbContext db)
    {
        /// <summary>The organizations that an administration watches over: everyone for the national office, the province's for a province office.</summary>
        public IQueryable<long> OrganizationsWatchedBy(Viewer viewer) => viewer switch
        {
            _ when viewer.Roles.Contains(Role.AdminNational) => db.Organizations.Select(organization => organization.Id),
            { Province: { } province } when viewer.Roles.Contains(Role.AdminProvince) =>
                db.Organizations.Where(organization => organization.RegionCode!.StartsWith(province)).Select(organization => organization.Id),
            _ => db.Organizations.Where(_ => false).Select(organization => organization.Id),
        };

        /// <summary>Published listings, those of the viewer's organization, and for administrations what was submitted in their region.</summary>
        public IQueryable<Listing> ListingsVisibleTo(Viewer viewer)
        {
            var watched = db.OrganizationsWatchedBy(viewer);
            return db.Listings.Where(listing =>
                listing.State == ListingState.Published
                || listing.OrganizationId == viewer.OrganizationId
                || (listing.State != ListingState.Draft && watched.Contains(listing.OrganizationId)));
        }

        /// <summary>
        /// Declarations that were announced, those of the viewer's organization or of a patent it co-owns, and for administrations what was submitted in
        /// their region.
        /// </summary>
        public IQueryable<OpenLicence> OpenLicencesVisibleTo(Viewer viewer) => db.OpenLicencesShownTo(viewer, Public);

        /// <summary>As above, but of what is neither the viewer's own nor in its region only what stands.</summary>
        public IQueryable<OpenLicence> OpenLicencesOfInterestTo(Viewer viewer) => db.OpenLicencesShownTo(viewer, OpenLicenceLifecycle.Announcements);

        private IQueryable<OpenLicence> OpenLicencesShownTo(Viewer viewer, IReadOnlyList<OpenLicenceState> ofOthers)
        {
            var watched = db.OrganizationsWatchedBy(viewer);
            var owned = db.Patents.OwnedBy(viewer).Select(patent => patent.Id);
            return db.OpenLicences.Where(openLicence =>
                ofOthers.Contains(openLicence.State)
                || openLicence.OrganizationId == viewer.OrganizationId
                || owned.Contains(openLicence.PatentId)
                || (openLicence.State != OpenLicenceState.Draft && watched.Contains(openLicence.OrganizationId)));
        }
    }

    /// <summary>The listings of the viewer's organization.</summary>
    public static IQueryable<Listing> OwnedBy(this IQueryable<Listing> listings, Viewer viewer) =>
        listings.Where(listing => listing.OrganizationId == viewer.OrganizationId);

    /// <summary>The declarations of the viewer's organization.</summary>
    public static IQueryable<OpenLicence> OwnedBy(this IQueryable<OpenLicence> openLicences, Viewer viewer) =>
        openLicences.Where(openLicence => openLicence.OrganizationId == viewer.OrganizationId);
}
