using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Reactions;

/// <summary>Looks at the public offers of patents again: declarations first, because listings depend on them (INV-01, INV-22, OL-47).</summary>
internal static class OfferReview
{
    private static readonly ListingState[] Shown = [ListingState.Published, ListingState.Suspended];

    /// <summary>Which of the patents have an offer that could change.</summary>
    public static async Task<List<long>> OfferedAsync(MarketplaceDbContext db, IReadOnlyCollection<long> patentIds, CancellationToken ct) =>
        await db.Listings.Where(listing => patentIds.Contains(listing.PatentId) && Shown.Contains(listing.State)).Select(listing => listing.PatentId)
            .Union(db.OpenLicences.Where(openLicence => patentIds.Contains(openLicence.PatentId) && OpenLicenceLifecycle.Announcements.Contains(openLicence.State))
                .Select(openLicence => openLicence.PatentId))
            .ToListAsync(ct);

    /// <summary>Reviews the offers of patents; the caller saves.</summary>
    public static async Task ReviewAsync(MarketplaceDbContext db, IReadOnlyCollection<long> patentIds, DateOnly today, CancellationToken ct)
    {
        var patents = await db.Patents.AsNoTracking().Where(patent => patentIds.Contains(patent.Id)).ToListAsync(ct);
        var declarations = await db.OpenLicences
            .Where(openLicence => patentIds.Contains(openLicence.PatentId) && OpenLicenceLifecycle.Standing.Contains(openLicence.State))
            .ToDictionaryAsync(openLicence => openLicence.PatentId, ct);
        var listings = (await db.Listings.Where(listing => patentIds.Contains(listing.PatentId) && Shown.Contains(listing.State)).ToListAsync(ct))
            .ToLookup(listing => listing.PatentId);
        foreach (var patent in patents)
        {
            var declaration = declarations.GetValueOrDefault(patent.Id);
            declaration?.Review(OfferStanding.Of(patent, declaration.IsAnnounced, today), today);
            var standing = OfferStanding.Of(patent, declaration?.IsAnnounced ?? false, today);
            foreach (var listing in listings[patent.Id])
            {
                listing.Review(standing);
            }
        }
    }
}
