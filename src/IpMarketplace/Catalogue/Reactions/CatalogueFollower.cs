using IpMarketplace.Catalogue.Persistence;
using IpMarketplace.Following;
using IpMarketplace.Kernel.Time;
using IpMarketplace.OpenLicensing;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Organizations;
using IpMarketplace.Patents;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.ChangeFeed;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Catalogue.Reactions;

/// <summary>
/// Keeps the catalogue as the database is: at start from what was stored, or else from the whole database; then by whatever the change feed names; and at
/// each turn of the legal day by what the calendar alone brings.
/// </summary>
internal sealed class CatalogueFollower(
    PatentCatalogue catalogue,
    CatalogueStorage storage,
    FeedStore feed,
    IDbContextFactory<MarketplaceDbContext> contexts,
    StartProgress progress,
    TimeProvider clock) : IInMemoryConsumer, IDisposable
{
    private const int ReadAtOnce = 500;

    private static readonly ListingState[] EverPublic = [ListingState.Published, ListingState.Suspended, ListingState.Closed];
    private static readonly OpenLicenceState[] EverAnnounced = [.. OpenLicenceLifecycle.Announcements, OpenLicenceState.Withdrawn, OpenLicenceState.Lapsed];

    // One at a time reads and applies, so that what was read earlier never takes the place of what was read later.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private DateOnly? _day;

    public string Name => CatalogueStorage.FollowerName;

    public bool CatchUpBeforeReply => true;

    /// <summary>The legal day as of which everything in the catalogue is; null before the first reading.</summary>
    public DateOnly? Day => _day;

    public async Task<FeedMark> RebuildAsync(FeedMark head, CancellationToken ct)
    {
        if (_day is null && await TryRestoreAsync(head, ct))
        {
            return head;
        }
        await _turn.WaitAsync(ct);
        try
        {
            var today = clock.Today();
            await new CatalogueBuild(contexts, today, progress).FillAsync(catalogue, ct);
            _day = today;
            return head;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Fills an unused catalogue from what was stored, and follows what changed since up to the head of the feed.</summary>
    /// <returns>Whether something was stored that can be relied on.</returns>
    public async Task<bool> TryRestoreAsync(FeedMark head, CancellationToken ct)
    {
        if (await storage.RestoreAsync(catalogue, head, clock.Today(), ct) is not { } restored)
        {
            return false;
        }
        progress.Begin("following what changed since the catalogue was stored", head.ChangeId - restored.Mark.ChangeId);
        await FollowAsync(restored.Mark, head, ct);
        _day = restored.Day;
        await TurnToTodayAsync(ct);
        return true;
    }

    /// <summary>Takes in what changed after a mark of the feed, up to another.</summary>
    public async Task FollowAsync(FeedMark after, FeedMark upTo, CancellationToken ct)
    {
        for (var position = after.ChangeId; position < upTo.ChangeId;)
        {
            var changes = await feed.ReadFromAsync(position + 1, ct);
            if (changes.Count == 0)
            {
                return;
            }
            await ConsumeAsync(changes, ct);
            progress.Advance(changes[^1].Id - position);
            position = changes[^1].Id;
        }
    }

    public async Task ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            await RereadAsync(db, await PatentsTouchedAsync(db, changes, ct), clock.Today(), ct);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Shows what the calendar brought since the day as of which everything is: what became public, ended or was barred without any change.</summary>
    public async Task TurnToTodayAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            var today = clock.Today();
            if (_day is not { } last || last >= today)
            {
                return;
            }
            await using var db = await contexts.CreateDbContextAsync(ct);
            var turning = await db.Patents.TurningPublic(last, today).Select(patent => patent.Id)
                .Union(db.Patents.TurningStatus(last, today).Select(patent => patent.Id))
                .Union(db.OpenLicences.Where(declared => declared.Declared.PeriodEnd >= last && declared.Declared.PeriodEnd <= today).Select(declared => declared.PatentId))
                .Order()
                .ToListAsync(ct);
            await RereadAsync(db, turning, today, ct);
            _day = today;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task RereadAsync(MarketplaceDbContext db, IReadOnlyList<long> patents, DateOnly today, CancellationToken ct)
    {
        foreach (var part in patents.Chunk(ReadAtOnce))
        {
            var entries = await new CatalogueReader(db, today).ReadAsync(part, ct);
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
