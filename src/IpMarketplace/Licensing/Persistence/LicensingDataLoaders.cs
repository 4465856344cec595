using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Licensing.Persistence;

/// <summary>The licence that a request became. Whoever may see the request may see it.</summary>
public sealed class LicenceByRequestDataLoader(IDbContextFactory<MarketplaceDbContext> contexts, IBatchScheduler scheduler, DataLoaderOptions? options = null)
    : BatchDataLoader<long, Licence>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, Licence>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Licences.AsNoTracking().Where(licence => keys.Contains(licence.RequestId)).ToDictionaryAsync(licence => licence.RequestId, ct);
    }
}

/// <summary>The requests from which licences came. Whoever may see the licence may see it.</summary>
public sealed class LicenceRequestByIdDataLoader(IDbContextFactory<MarketplaceDbContext> contexts, IBatchScheduler scheduler, DataLoaderOptions? options = null)
    : BatchDataLoader<long, LicenceRequest>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, LicenceRequest>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.LicenceRequests.AsNoTracking().Where(request => keys.Contains(request.Id)).ToDictionaryAsync(request => request.Id, ct);
    }
}
