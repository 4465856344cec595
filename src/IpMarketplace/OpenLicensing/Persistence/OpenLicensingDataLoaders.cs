using IpMarketplace.Kernel.Time;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Persistence;

/// <summary>Published listings of patents.</summary>
public sealed class PublishedListingsByPatentDataLoader(
    IDbContextFactory<MarketplaceDbContext> contexts, IBatchScheduler scheduler, DataLoaderOptions? options = null)
    : GroupedDataLoader<long, Listing>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<ILookup<long, Listing>> LoadGroupedBatchAsync(IReadOnlyList<long> keys, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (await db.Listings.AsNoTracking().Where(listing => keys.Contains(listing.PatentId) && listing.State == ListingState.Published).ToListAsync(ct))
            .ToLookup(listing => listing.PatentId);
    }
}

/// <summary>The announced declaration of a patent, of which there is at most one (INV-30).</summary>
public sealed class AnnouncedOpenLicenceByPatentDataLoader(
    IDbContextFactory<MarketplaceDbContext> contexts, IBatchScheduler scheduler, DataLoaderOptions? options = null)
    : BatchDataLoader<long, OpenLicence>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, OpenLicence>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.OpenLicences.AsNoTracking()
            .Where(openLicence => keys.Contains(openLicence.PatentId) && OpenLicenceLifecycle.Announcements.Contains(openLicence.State))
            .ToDictionaryAsync(openLicence => openLicence.PatentId, ct);
    }
}

/// <summary>Declarations by their keys, whoever asks: for those who have a licence or request that came from them.</summary>
public sealed class OpenLicenceByIdDataLoader(IDbContextFactory<MarketplaceDbContext> contexts, IBatchScheduler scheduler, DataLoaderOptions? options = null)
    : BatchDataLoader<long, OpenLicence>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, OpenLicence>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.OpenLicences.AsNoTracking().Where(openLicence => keys.Contains(openLicence.Id)).ToDictionaryAsync(openLicence => openLicence.Id, ct);
    }
}

/// <summary>What bars patents from being openly licensed today; an empty list where nothing does.</summary>
public sealed class OpenLicenceBarsByPatentDataLoader(
    IDbContextFactory<MarketplaceDbContext> contexts, TimeProvider clock, IBatchScheduler scheduler, DataLoaderOptions? options = null)
    : BatchDataLoader<long, IReadOnlyList<OpenLicenceBar>>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, IReadOnlyList<OpenLicenceBar>>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.Today();
        return (await db.Patents.AsNoTracking().Where(patent => keys.Contains(patent.Id)).ToListAsync(ct))
            .ToDictionary(patent => patent.Id, patent => OpenLicenceBars.Of(patent, today));
    }
}
