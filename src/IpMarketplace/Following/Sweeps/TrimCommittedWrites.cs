using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Following.Sweeps;

/// <summary>Removes the names of writes that nobody repeats any more: an attempt follows the last one within seconds.</summary>
internal sealed class TrimCommittedWrites(TimeProvider clock) : ITrim
{
    private static readonly TimeSpan KeepFor = TimeSpan.FromDays(1);

    public string Name => "trim committed writes";

    public Task<int> TrimAsync(MarketplaceDbContext db, int atMost, CancellationToken ct)
    {
        var cut = clock.GetUtcNow() - KeepFor;
        return db.Set<CommittedWrite>().Where(row => row.At < cut).OrderBy(row => row.At).Take(atMost).ExecuteDeleteAsync(ct);
    }
}
