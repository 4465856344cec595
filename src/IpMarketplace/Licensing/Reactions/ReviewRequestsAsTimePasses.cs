using IpMarketplace.Following.Sweeps;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Licensing.Reactions;

/// <summary>What only the calendar brings to requests: payment deadlines, the patentee's silence (domain.md 9.17).</summary>
internal sealed class ReviewRequestsAsTimePasses(LicensingRules rules, TimeProvider clock) : ISweep
{
    public string Name => "review-requests-by-date";

    public async Task<IReadOnlyList<long>> FindDueAsync(MarketplaceDbContext db, int atMost, CancellationToken ct)
    {
        var today = clock.Today();
        var unpaid = await db.LicenceRequests
            .Where(request => request.State == LicenceRequestState.AwaitingPayment && request.PaymentDueOn < today)
            .OrderBy(request => request.PaymentDueOn).Select(request => request.Id).Take(atMost).ToListAsync(ct);
        // Whether silence has lasted long enough the request itself knows; few wait for an answer at a time.
        var reported = await db.LicenceRequests.AsNoTracking().Where(request => request.State == LicenceRequestState.PaymentReported).ToListAsync(ct);
        var patentIds = reported.Select(request => request.PatentId).ToHashSet();
        var patents = await db.Patents.AsNoTracking().Where(patent => patentIds.Contains(patent.Id)).ToDictionaryAsync(patent => patent.Id, ct);
        reported.ForEach(request => request.Review(patents[request.PatentId], rules, clock.GetUtcNow()));
        return [.. unpaid, .. reported.Where(request => request.Transitions.Count > 0).Select(request => request.Id)];
    }

    public async Task<int> SweepAsync(MarketplaceDbContext db, IReadOnlyList<long> due, CancellationToken ct)
    {
        var changed = await LicenceReview.ReviewAsync(
            db, db.LicenceRequests.Where(request => due.Contains(request.Id)), db.Licences.Where(_ => false), rules, clock.GetUtcNow(), ct);
        await db.SaveChangesAsync(ct);
        return changed;
    }
}
