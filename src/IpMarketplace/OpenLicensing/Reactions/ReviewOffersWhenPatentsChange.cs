using IpMarketplace.Following;
using IpMarketplace.Kernel.Time;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Patents;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.ChangeFeed;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Reactions;

/// <summary>
/// When a right, a burden on it or a declaration changed, the offers of that patent are looked at again. Mutations wait for it, so that a right
/// that ended has no published listing any more when the answer arrives (INV-01).
/// </summary>
internal sealed class ReviewOffersWhenPatentsChange(IDbContextFactory<MarketplaceDbContext> contexts, TimeProvider clock) : IChangeFeedConsumer
{
    public string Name => "review-offers";

    public bool CatchUpBeforeReply => true;

    public async Task ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken ct)
    {
        var patentIds = Of(nameof(Patent)).ToHashSet();
        var declarationIds = Of(nameof(OpenLicence)).ToHashSet();
        if (patentIds.Count == 0 && declarationIds.Count == 0)
        {
            return;
        }
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Actor = Actor.System with { RequestId = Name };
        patentIds.UnionWith(await db.OpenLicences
            .Where(openLicence => declarationIds.Contains(openLicence.Id))
            .Select(openLicence => openLicence.PatentId)
            .ToListAsync(ct));
        var offered = await OfferReview.OfferedAsync(db, patentIds, ct);
        if (offered.Count > 0)
        {
            await db.WriteAsync(async () =>
            {
                await OfferReview.ReviewAsync(db, offered, clock.Today(), ct);
                return await db.SaveChangesAsync(ct);
            }, ct);
        }

        IEnumerable<long> Of(string type) => changes.Where(change => change.AggregateType == type).Select(change => change.AggregateId);
    }
}
