using IpMarketplace.Catalogue.Persistence;
using IpMarketplace.Following;
using IpMarketplace.OpenLicensing;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Organizations;
using IpMarketplace.Patents;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.ChangeFeed;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Catalogue.Reactions;

/// <summary>Keeps the catalogue as the database is: reads it whole at start, then whatever the change feed names.</summary>
internal sealed class CatalogueFollower(PatentCatalogue catalogue, IDbContextFactory<MarketplaceDbContext> contexts, TimeProvider clock) : IInMemoryConsumer
{
    private const int ReadAtOnce = 500;
    private const int IndexedAtOnce = 20_000;

    private static readonly ListingState[] EverPublic = [ListingState.Published, ListingState.Suspended, ListingState.Closed];
    private static readonly OpenLicenceState[] EverAnnounced = [.. OpenLicenceLifecycle.Announcements, OpenLicenceState.Withdrawn, OpenLicenceState.Lapsed];

    public string Name => "catalogue";

    public bool CatchUpBeforeReply => true;

    public async Task<FeedMark> RebuildAsync(FeedMark head, CancellationToken ct)
    {
        catalogue.Clear();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var waiting = new List<CatalogueEntry>();
        long last = 0;
        while (true)
        {
            var ids = await db.Patents.Where(patent => patent.Id > last).OrderBy(patent => patent.Id).Select(patent => patent.Id).Take(ReadAtOnce).ToListAsync(ct);
            if (ids.Count > 0)
            {
                waiting.AddRange(await new CatalogueReader(db, clock).ReadAsync(ids, ct));
                last = ids[^1];
            }
            if (waiting.Count >= IndexedAtOnce || ids.Count == 0)
            {
                catalogue.Apply(waiting, []);
                waiting.Clear();
            }
            if (ids.Count == 0)
            {
                return head;
            }
        }
    }

    public async Task ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var touched = await PatentsTouchedAsync(db, changes, ct);
        foreach (var part in touched.Chunk(ReadAtOnce))
        {
            var entries = await new CatalogueReader(db, clock).ReadAsync(part, ct);
            catalogue.Apply(entries, [.. part.Except(entries.Select(entry => entry.PatentId))]);
        }
    }

    // A listing or declaration that was never public is on no card.
    private static async Task<List<long>> PatentsTouchedAsync(MarketplaceDbContext db, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        var byType = changes.ToLookup(change => change.AggregateType, change => change.AggregateId);
        var patents = byType[nameof(Patent)].ToHashSet();
        if (byType[nameof(Listing)].Distinct().ToList() is { Count: > 0 } listings)
        {
            patents.UnionWith(await db.Listings.Where(listing => listings.Contains(listing.Id) && EverPublic.Contains(listing.State)).Select(listing => listing.PatentId).ToListAsync(ct));
        }
        if (byType[nameof(OpenLicence)].Distinct().ToList() is { Count: > 0 } declarations)
        {
            patents.UnionWith(await db.OpenLicences.Where(declared => declarations.Contains(declared.Id) && EverAnnounced.Contains(declared.State)).Select(declared => declared.PatentId).ToListAsync(ct));
        }
        if (byType[nameof(Organization)].Distinct().ToList() is { Count: > 0 } organizations)
        {
            patents.UnionWith(await db.Patents
                .Where(patent => patent.Owners.Any(owner => owner.OrganizationId != null && organizations.Contains(owner.OrganizationId.Value)))
                .Select(patent => patent.Id).ToListAsync(ct));
        }
        return [.. patents.Order()];
    }
}
