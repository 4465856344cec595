using IpMarketplace.Kernel.Events;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Reactions;

/// <summary>Looks at the public offers of patents again: declarations first, because listings depend on them (INV-01, INV-22, OL-47).</summary>
internal static class OfferReview
{
    private static readonly ListingState[] Shown = [ListingState.Published, ListingState.Suspended];

    /// <summary>The patents that have an offer which could change.</summary>
    public static IQueryable<long> LiveOffers(MarketplaceDbContext db) =>
        db.Listings.Where(listing => Shown.Contains(listing.State)).Select(listing => listing.PatentId)
            .Union(db.OpenLicences.Where(openLicence => OpenLicenceLifecycle.Announcements.Contains(openLicence.State)).Select(openLicence => openLicence.PatentId));

    /// <summary>Which of the patents have an offer that could change.</summary>
    public static Task<List<long>> OfferedAsync(MarketplaceDbContext db, IReadOnlyCollection<long> patentIds, CancellationToken ct) =>
        LiveOffers(db).Where(patent => patentIds.Contains(patent)).ToListAsync(ct);

    /// <summary>Which of the patents have an offer that a review would change. Locks and keeps nothing.</summary>
    public static async Task<List<long>> FindDueAsync(MarketplaceDbContext db, IReadOnlyCollection<long> patentIds, DateOnly today, CancellationToken ct)
    {
        if (patentIds.Count == 0)
        {
            return [];
        }
        var reviewed = await ReviewAsync(db, db.OpenLicences.AsNoTracking(), db.Listings.AsNoTracking(), patentIds, today, ct);
        return [.. reviewed.Where(offer => offer.Changed.Transitions.Count > 0).Select(offer => offer.PatentId).Distinct()];
    }

    /// <summary>Reviews the offers of patents; the caller saves.</summary>
    /// <returns>How many listings and declarations change.</returns>
    public static async Task<int> ReviewAsync(MarketplaceDbContext db, IReadOnlyCollection<long> patentIds, DateOnly today, CancellationToken ct) =>
        (await ReviewAsync(db, db.OpenLicences, db.Listings, patentIds, today, ct)).Count(offer => offer.Changed.Transitions.Count > 0);

    /// <summary>Reviews the offers of patents and saves.</summary>
    /// <returns>How many listings and declarations changed.</returns>
    public static async Task<int> ReviewAndSaveAsync(MarketplaceDbContext db, IReadOnlyCollection<long> patentIds, DateOnly today, CancellationToken ct)
    {
        var changed = await ReviewAsync(db, patentIds, today, ct);
        await db.SaveChangesAsync(ct);
        return changed;
    }

    private static async Task<List<(long PatentId, Aggregate Changed)>> ReviewAsync(
        MarketplaceDbContext db, IQueryable<OpenLicence> allDeclarations, IQueryable<Listing> allListings, IReadOnlyCollection<long> patentIds, DateOnly today, CancellationToken ct)
    {
        var patents = await db.Patents.AsNoTracking().Where(patent => patentIds.Contains(patent.Id)).ToListAsync(ct);
        var declarations = await allDeclarations
            .Where(openLicence => patentIds.Contains(openLicence.PatentId) && OpenLicenceLifecycle.Standing.Contains(openLicence.State))
            .ToDictionaryAsync(openLicence => openLicence.PatentId, ct);
        var listings = (await allListings.Where(listing => patentIds.Contains(listing.PatentId) && Shown.Contains(listing.State)).ToListAsync(ct))
            .ToLookup(listing => listing.PatentId);
        var reviewed = new List<(long, Aggregate)>();
        foreach (var patent in patents)
        {
            var declaration = declarations.GetValueOrDefault(patent.Id);
            if (declaration is not null)
            {
                declaration.Review(OfferStanding.Of(patent, declaration.IsAnnounced, today), today);
                reviewed.Add((patent.Id, declaration));
            }
            var standing = OfferStanding.Of(patent, declaration?.IsAnnounced ?? false, today);
            foreach (var listing in listings[patent.Id])
            {
                listing.Review(standing);
                reviewed.Add((patent.Id, listing));
            }
        }
        return reviewed;
    }
}
