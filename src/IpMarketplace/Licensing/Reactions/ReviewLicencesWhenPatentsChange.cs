using IpMarketplace.Following;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.Patents;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.ChangeFeed;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Licensing.Reactions;

/// <summary>When a right ended, open requests become void and running licences end or are voided (domain.md 9.5, 9.7; OL-76).</summary>
internal sealed class ReviewLicencesWhenPatentsChange(
    IDbContextFactory<MarketplaceDbContext> contexts, LicensingRules rules, TimeProvider clock) : IChangeFeedConsumer
{
    public string Name => "review-licences";

    public bool CatchUpBeforeReply => true;

    public async Task ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken ct)
    {
        var ids = changes.Where(change => change.AggregateType == nameof(Patent) && change.Has(nameof(RightStatusChanged)))
            .Select(change => change.AggregateId).ToHashSet();
        if (ids.Count == 0)
        {
            return;
        }
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Actor = Actor.System with { RequestId = Name };
        var requests = db.LicenceRequests.Where(request => ids.Contains(request.PatentId) && LicenceRequestLifecycle.Open.Contains(request.State));
        var licences = db.Licences.Where(licence =>
            LicenceLifecycle.Running.Contains(licence.State) && licence.Patents.Any(patent => ids.Contains(patent.PatentId)));
        if (await requests.AnyAsync(ct) || await licences.AnyAsync(ct))
        {
            await db.WriteAsync(async () =>
            {
                await LicenceReview.ReviewAsync(db, requests, licences, rules, clock.GetUtcNow(), ct);
                return await db.SaveChangesAsync(ct);
            }, ct);
        }
    }
}
