using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Persistence;

/// <summary>Reads what steps of listings and declarations depend on. Writers take turns, so it still holds when they save (GI-12).</summary>
public static class OfferStandings
{
    extension(MarketplaceDbContext db)
    {
        /// <summary>How a patent and its declaration stand on a day.</summary>
        public async Task<OfferStanding> StandingOfAsync(long patentId, DateOnly date, CancellationToken ct)
        {
            var patent = await db.Patents.AsNoTracking().SingleAsync(row => row.Id == patentId, ct);
            return OfferStanding.Of(patent, await db.IsAnnouncedAsync(patentId, ct), date);
        }

        /// <summary>Whether an announced declaration binds the patentee (INV-22, INV-32).</summary>
        public Task<bool> IsAnnouncedAsync(long patentId, CancellationToken ct) =>
            db.OpenLicences.AnyAsync(openLicence => openLicence.PatentId == patentId && OpenLicenceLifecycle.Announcements.Contains(openLicence.State), ct);

        /// <summary>Whether another declaration of the patent stands between ready and its end (INV-30).</summary>
        public Task<bool> HasStandingDeclarationAsync(long patentId, long besides, CancellationToken ct) =>
            db.OpenLicences.AnyAsync(openLicence =>
                openLicence.PatentId == patentId && openLicence.Id != besides && OpenLicenceLifecycle.Standing.Contains(openLicence.State), ct);
    }
}
