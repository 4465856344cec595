using IpMarketplace.Following.Sweeps;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Licensing.Reactions;

/// <summary>What only the calendar brings to licences: the end of their period (domain.md 9.17).</summary>
internal sealed class ReviewLicencesAsTimePasses(LicensingRules rules, TimeProvider clock) : ISweep
{
    public string Name => "review-licences-by-date";

    public async Task<IReadOnlyList<long>> FindDueAsync(MarketplaceDbContext db, int atMost, CancellationToken ct)
    {
        var today = clock.Today();
        return await db.Licences.Where(licence => LicenceLifecycle.Running.Contains(licence.State) && licence.EndsOn < today)
            .OrderBy(licence => licence.EndsOn).Select(licence => licence.Id).Take(atMost).ToListAsync(ct);
    }

    public async Task<int> SweepAsync(MarketplaceDbContext db, IReadOnlyList<long> due, CancellationToken ct)
    {
        var changed = await LicenceReview.ReviewAsync(
            db, db.LicenceRequests.Where(_ => false), db.Licences.Where(licence => due.Contains(licence.Id)), rules, clock.GetUtcNow(), ct);
        await db.SaveChangesAsync(ct);
        return changed;
    }
}
