using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Organizations.Persistence;

/// <summary>Organizations by their keys, many in one go.</summary>
public sealed class OrganizationByIdDataLoader(IDbContextFactory<MarketplaceDbContext> contexts, IBatchScheduler scheduler, DataLoaderOptions? options = null)
    : BatchDataLoader<long, Organization>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, Organization>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Organizations.AsNoTracking().Where(organization => keys.Contains(organization.Id)).ToDictionaryAsync(organization => organization.Id, ct);
    }
}
