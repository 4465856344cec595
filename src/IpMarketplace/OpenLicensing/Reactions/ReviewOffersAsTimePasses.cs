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
    private const int LookedAtAtATime = 500;

    public string Name => "review-offers-by-date";

    public async Task<IReadOnlyList<long>> FindDueAsync(MarketplaceDbContext db, int atMost, CancellationToken ct)
    {
        var today = clock.Today();
        var candidates = await db.OpenLicences
            .Where(openLicence => OpenLicenceLifecycle.Announcements.Contains(openLicence.State) && (!openLicence.Accepting || openLicence.Declared.PeriodEnd < today))
            .Select(openLicence => openLicence.PatentId)
            .Union(db.Listings.Where(listing => listing.State == ListingState.Suspended && listing.SuspendedBy == Suspender.System).Select(listing => listing.PatentId))
            .ToListAsync(ct);
        var due = new List<long>();
        foreach (var part in candidates.Chunk(LookedAtAtATime).TakeWhile(_ => due.Count < atMost))
        {
            due.AddRange(await OfferReview.FindDueAsync(db, part, today, ct));
        }
        return due;
    }

    public Task<int> SweepAsync(MarketplaceDbContext db, IReadOnlyList<long> due, CancellationToken ct) => OfferReview.ReviewAndSaveAsync(db, due, clock.Today(), ct);
}
