using IpMarketplace.Licensing.Persistence;
using IpMarketplace.Patents;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.ChangeFeed;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Licensing.Reactions;

/// <summary>When a right ended, open requests become void and running licences end or are voided (domain.md 9.5, 9.7; OL-76).</summary>
internal sealed class ReviewLicencesWhenPatentsChange(LicensingRules rules, TimeProvider clock) : IConsequence
{
    public async Task<bool> ApplyAsync(MarketplaceDbContext db, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        var ids = changes.Where(change => change.AggregateType == nameof(Patent) && change.Has(nameof(RightStatusChanged)))
            .Select(change => change.AggregateId).ToHashSet();
        if (ids.Count == 0)
        {
            return false;
        }
        await LicenceReview.ReviewAsync(
            db,
            db.LicenceRequests.Where(request => ids.Contains(request.PatentId) && LicenceRequestLifecycle.Open.Contains(request.State)),
            db.Licences.Where(licence => LicenceLifecycle.Running.Contains(licence.State) && licence.Patents.Any(patent => ids.Contains(patent.PatentId))),
            rules,
            clock.GetUtcNow(),
            ct);
        return true;
    }
}
