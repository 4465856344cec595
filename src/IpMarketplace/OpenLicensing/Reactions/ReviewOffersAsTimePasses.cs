using IpMarketplace.Following.Sweeps;
using IpMarketplace.Kernel.Time;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Reactions;

/// <summary>
/// What only the calendar brings: a declared period ends, a dispute or preservation expires (OL-26). A burden begins only by being recorded, so it
/// suffices to look at what has ended or is stopped.
/// </summary>
internal sealed class ReviewOffersAsTimePasses(TimeProvider clock) : ISweep
{
    public string Name => "review-offers-by-date";

    public async Task<int> SweepAsync(MarketplaceDbContext db, CancellationToken ct)
    {
        var today = clock.Today();
        var due = await db.OpenLicences
            .Where(openLicence => OpenLicenceLifecycle.Announcements.Contains(openLicence.State) && (!openLicence.Accepting || openLicence.Declared.PeriodEnd < today))
            .Select(openLicence => openLicence.PatentId)
            .Union(db.Listings.Where(listing => listing.State == ListingState.Suspended && listing.SuspendedBy == Suspender.System).Select(listing => listing.PatentId))
            .ToListAsync(ct);
        await OfferReview.ReviewAsync(db, due, today, ct);
        var changed = db.ChangeTracker.Entries<Kernel.Events.Aggregate>().Count(entry => entry.Entity.Transitions.Count > 0);
        await db.SaveChangesAsync(ct);
        return changed;
    }
}
