using IpMarketplace.Catalogue.Schema;
using IpMarketplace.Following;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.OpenLicensing;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.ChangeFeed;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Catalogue.Reactions;

/// <summary>Tells who waits for offers which patents are newly on offer: their listing was published, or their open licence announced.</summary>
internal sealed class OfferAnnouncer(ITopicEventSender events, IDbContextFactory<MarketplaceDbContext> contexts) : IAnnouncer
{
    public string Name => "announce-offers";

    public async Task ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken ct)
    {
        var published = IdsOf(changes, nameof(ListingPublished));
        var announced = IdsOf(changes, nameof(OpenLicenceAnnounced));
        if (published.Count + announced.Count == 0)
        {
            return;
        }
        await using var db = await contexts.CreateDbContextAsync(ct);
        var patents = await db.Listings.Where(listing => published.Contains(listing.Id)).Select(listing => listing.PatentId)
            .Union(db.OpenLicences.Where(declared => announced.Contains(declared.Id)).Select(declared => declared.PatentId))
            .Order().ToListAsync(ct);
        foreach (var patent in patents)
        {
            await events.SendAsync(CatalogueSubscriptions.Offers, patent, ct);
        }
    }

    private static List<long> IdsOf(IReadOnlyList<Change> changes, string eventName) =>
        [.. changes.Where(change => change.Has(eventName)).Select(change => change.AggregateId)];
}
