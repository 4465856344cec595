using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Following.Sweeps;

/// <summary>Removes the answers to idempotency keys that nobody will send again (GI-13).</summary>
internal sealed class TrimIdempotencyKeys(SweepSettings settings, TimeProvider clock) : ITrim
{
    public string Name => "trim idempotency keys";

    public async Task<int> TrimAsync(MarketplaceDbContext db, int atMost, CancellationToken ct)
    {
        var cut = clock.GetUtcNow() - settings.KeepIdempotencyKeysFor;
        var oldest = await db.Set<IdempotencyRecord>().OrderBy(row => row.Id).Select(row => new { row.Id, row.At }).Take(atMost).ToListAsync(ct);
        var last = oldest.TakeWhile(row => row.At < cut).LastOrDefault()?.Id;
        return last is null ? 0 : await db.Set<IdempotencyRecord>().Where(row => row.Id <= last).ExecuteDeleteAsync(ct);
    }
}
