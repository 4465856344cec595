using IpMarketplace.Following.Sweeps;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Reactions;

/// <summary>Looks at every live offer again, some each round, whether or not anything was heard of its patent: so no lost event is lost for ever.</summary>
internal sealed class RecheckLiveOffers(TimeProvider clock) : ISweep
{
    private const int LookedAtARound = 500;

    private long _lastSeen;

    public string Name => "recheck-live-offers";

    public async Task<IReadOnlyList<long>> FindDueAsync(MarketplaceDbContext db, int atMost, CancellationToken ct)
    {
        var live = await OfferReview.LiveOffers(db).Where(patent => patent > _lastSeen).OrderBy(patent => patent).Take(LookedAtARound).ToListAsync(ct);
        _lastSeen = live.Count < LookedAtARound ? 0 : live[^1];
        return await OfferReview.FindDueAsync(db, live, clock.Today(), ct);
    }

    public Task<int> SweepAsync(MarketplaceDbContext db, IReadOnlyList<long> due, CancellationToken ct) => OfferReview.ReviewAndSaveAsync(db, due, clock.Today(), ct);
}
