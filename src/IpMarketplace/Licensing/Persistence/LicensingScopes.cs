using IpMarketplace.Kernel.Security;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Patents;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Licensing.Persistence;

/// <summary>What a viewer may change and see (GI-07): each side its own, an administration what concerns an organization of its region.</summary>
public static class LicensingScopes
{
    extension(MarketplaceDbContext db)
    {
        /// <summary>The patents of a licence.</summary>
        public Task<List<Patent>> PatentsOfAsync(Licence licence, CancellationToken ct)
        {
            var ids = licence.Patents.Select(patent => patent.PatentId).ToList();
            return db.Patents.AsNoTracking().Where(patent => ids.Contains(patent.Id)).ToListAsync(ct);
        }

        /// <summary>Requests that the viewer sent or received; for administrations those of their region.</summary>
        public IQueryable<LicenceRequest> LicenceRequestsVisibleTo(Viewer viewer)
        {
            var watched = db.OrganizationsWatchedBy(viewer);
            var person = PersonOf(viewer);
            return db.LicenceRequests.Where(request =>
                request.PatenteeId == viewer.OrganizationId
                || request.LicenseeId == viewer.OrganizationId && viewer.OrganizationId != null
                || request.LicenseePersonId == person
                || watched.Contains(request.PatenteeId)
                || request.LicenseeId != null && watched.Contains(request.LicenseeId.Value));
        }

        /// <summary>Licences that the viewer gave or took; for administrations those of their region.</summary>
        public IQueryable<Licence> LicencesVisibleTo(Viewer viewer)
        {
            var watched = db.OrganizationsWatchedBy(viewer);
            var person = PersonOf(viewer);
            return db.Licences.Where(licence =>
                licence.LicensorId == viewer.OrganizationId
                || licence.LicenseeId == viewer.OrganizationId && viewer.OrganizationId != null
                || licence.LicenseePersonId == person
                || watched.Contains(licence.LicensorId)
                || licence.LicenseeId != null && watched.Contains(licence.LicenseeId.Value));
        }
    }

    /// <summary>The requests that the viewer's organization, or the natural person, sent.</summary>
    public static IQueryable<LicenceRequest> SentBy(this IQueryable<LicenceRequest> requests, Viewer viewer)
    {
        var person = PersonOf(viewer);
        return viewer.OrganizationId is { } organization
            ? requests.Where(request => request.LicenseeId == organization)
            : requests.Where(request => request.LicenseePersonId == person);
    }

    /// <summary>The requests that reached the viewer's organization as the patentee.</summary>
    public static IQueryable<LicenceRequest> ReceivedBy(this IQueryable<LicenceRequest> requests, Viewer viewer) =>
        requests.Where(request => request.PatenteeId == viewer.OrganizationId);

    /// <summary>The licences that the viewer's organization, or the natural person, took.</summary>
    public static IQueryable<Licence> TakenBy(this IQueryable<Licence> licences, Viewer viewer)
    {
        var person = PersonOf(viewer);
        return viewer.OrganizationId is { } organization
            ? licences.Where(licence => licence.LicenseeId == organization)
            : licences.Where(licence => licence.LicenseePersonId == person);
    }

    /// <summary>The licences to which the viewer is a party; an administration never is (PL 79).</summary>
    public static IQueryable<Licence> OwnedBy(this IQueryable<Licence> licences, Viewer viewer)
    {
        var person = PersonOf(viewer);
        return viewer.OrganizationId is { } organization
            ? licences.Where(licence => licence.LicensorId == organization || licence.LicenseeId == organization)
            : licences.Where(licence => licence.LicenseePersonId == person);
    }

    /// <summary>A licence of the patent that runs on some day of the period; null when there is none.</summary>
    public static Task<Licence?> OverlappingAsync(this IQueryable<Licence> licences, long patentId, DateOnly from, DateOnly until, CancellationToken ct) =>
        licences.FirstOrDefaultAsync(licence =>
            LicenceLifecycle.Running.Contains(licence.State)
            && licence.StartsOn <= until && from <= licence.EndsOn
            && licence.Patents.Any(patent => patent.PatentId == patentId), ct);

    // An account without an organization is a natural person; nobody else matches -1.
    private static long PersonOf(Viewer viewer) => viewer is { OrganizationId: null, IsSignedIn: true } ? viewer.UserId : -1;
}
