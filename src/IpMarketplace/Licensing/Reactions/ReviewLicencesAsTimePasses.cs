using IpMarketplace.Following.Sweeps;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.Persistence;

namespace IpMarketplace.Licensing.Reactions;

/// <summary>What only the calendar brings: payment deadlines, the patentee's silence, the end of a licence period (domain.md 9.17).</summary>
internal sealed class ReviewLicencesAsTimePasses(LicensingRules rules, TimeProvider clock) : ISweep
{
    public string Name => "review-licences-by-date";

    public async Task<int> SweepAsync(MarketplaceDbContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = ChinaTime.DateIn(now);
        var changed = await LicenceReview.ReviewAsync(
            db,
            db.LicenceRequests.Where(request =>
                request.State == LicenceRequestState.PaymentReported || request.State == LicenceRequestState.AwaitingPayment && request.PaymentDueOn < today),
            db.Licences.Where(licence => LicenceLifecycle.Running.Contains(licence.State) && licence.EndsOn < today),
            rules,
            now,
            ct);
        await db.SaveChangesAsync(ct);
        return changed;
    }
}
