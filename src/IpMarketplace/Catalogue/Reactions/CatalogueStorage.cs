using IpMarketplace.Catalogue.Persistence;
using IpMarketplace.Catalogue.Storage;
using IpMarketplace.Following;
using IpMarketplace.Organizations;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IpMarketplace.Catalogue.Reactions;

/// <summary>Stores the catalogue with its place in the change feed, and reads it back where both still belong to this database.</summary>
internal sealed class CatalogueStorage(
    CatalogueStore store, FeedStore feed, IDbContextFactory<MarketplaceDbContext> contexts, StartProgress progress, ILogger<CatalogueStorage> log)
{
    public const string FollowerName = "catalogue";

    /// <summary>Beyond that, reading everything anew takes less time than following.</summary>
    private const long MostChangesToFollow = 100_000;

    private FeedMark _stored;

    /// <summary>Fills an unused catalogue from what was stored.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="head">Where the feed ends.</param>
    /// <param name="today">The legal day.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Of what moment it is; null when nothing that was stored can be relied on.</returns>
    public async Task<StoredMoment?> RestoreAsync(PatentCatalogue catalogue, FeedMark head, DateOnly today, CancellationToken ct)
    {
        progress.Begin("reading the stored catalogue");
        await using var db = await contexts.CreateDbContextAsync(ct);
        var database = await DatabaseIdentity.OfAsync(db, ct);
        if (await store.ReadAsync(WhyOfNoUseAsync, ct) is not var (moment, stored))
        {
            return null;
        }
        catalogue.Restore(stored, await OrganizationsAsync(db, stored, today, ct));
        _stored = moment.Mark;
        log.LogInformation("The catalogue of {Count} patents was read as it was stored, up to change {Change} of {Head}.", catalogue.Count, moment.Mark.ChangeId, head.ChangeId);
        return moment;

        async Task<string?> WhyOfNoUseAsync(StoredMoment moment) =>
            moment.Database != database ? "it belongs to another database"
            : moment.Day > today ? $"it is of {moment.Day:yyyy-MM-dd}, a day to come"
            : moment.Mark.ChangeId == 0 || moment.Mark.ChangeId > head.ChangeId || !await feed.HoldsAsync(moment.Mark, ct)
                ? "the change feed no longer holds the change up to which it goes"
            : head.ChangeId - moment.Mark.ChangeId > MostChangesToFollow ? $"{head.ChangeId - moment.Mark.ChangeId} changes came since"
            : null;
    }

    /// <summary>Stores the catalogue, unless nothing changed since it was stored last, or the feed holds nothing by which its place could be recognised.</summary>
    /// <param name="catalogue">The catalogue, which contains at least everything up to the position.</param>
    /// <param name="position">The change up to which it contains everything.</param>
    /// <param name="day">The legal day as of which it is.</param>
    /// <param name="ct">Cancels.</param>
    public async Task StoreAsync(PatentCatalogue catalogue, long position, DateOnly day, CancellationToken ct)
    {
        if (position == _stored.ChangeId)
        {
            return;
        }
        await using var db = await contexts.CreateDbContextAsync(ct);
        var mark = FeedMark.Of(await db.Changes.AsNoTracking().SingleOrDefaultAsync(change => change.Id == position, ct));
        if (mark.ChangeId > 0 && store.TryWrite(catalogue.ToStore(), new StoredMoment(CatalogueStore.Build, await DatabaseIdentity.OfAsync(db, ct), mark, day)))
        {
            _stored = mark;
        }
    }

    private static async Task<List<Organization>> OrganizationsAsync(MarketplaceDbContext db, StoredCatalogue stored, DateOnly today, CancellationToken ct) =>
        await new CatalogueReader(db, today).OrganizationsAsync(stored.OrganizationIds, ct).ToListAsync(ct);
}
