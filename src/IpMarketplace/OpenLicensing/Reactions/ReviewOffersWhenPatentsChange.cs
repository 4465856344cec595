using IpMarketplace.Kernel.Time;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Patents;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.ChangeFeed;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Reactions;

/// <summary>
/// When a right, a burden on it or a declaration changed, the offers of that patent are looked at again, so that a right that ended or is barred
/// never has an offer that stands (INV-01, OL-47).
/// </summary>
internal sealed class ReviewOffersWhenPatentsChange(TimeProvider clock) : IConsequence
{
    public async Task<bool> ApplyAsync(MarketplaceDbContext db, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        var patentIds = Of(nameof(Patent)).ToHashSet();
        var declarationIds = Of(nameof(OpenLicence)).ToHashSet();
        if (patentIds.Count == 0 && declarationIds.Count == 0)
        {
            return false;
        }
        patentIds.UnionWith(await db.OpenLicences
            .Where(openLicence => declarationIds.Contains(openLicence.Id))
            .Select(openLicence => openLicence.PatentId)
            .ToListAsync(ct));
        var offered = await OfferReview.OfferedAsync(db, patentIds, ct);
        if (offered.Count == 0)
        {
            return false;
        }
        await OfferReview.ReviewAsync(db, offered, clock.Today(), ct);
        return true;

        IEnumerable<long> Of(string type) => changes.Where(change => change.AggregateType == type).Select(change => change.AggregateId);
    }
}
