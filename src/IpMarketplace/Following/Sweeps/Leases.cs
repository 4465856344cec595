using System.Data.Common;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Following.Sweeps;

/// <summary>Gives work to one of several nodes. A node that dies loses its lease by time.</summary>
public sealed class Leases(IDbContextFactory<MarketplaceDbContext> contexts, TimeProvider clock)
{
    private readonly string _holder = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    /// <summary>Takes or prolongs a lease, by one conditional UPDATE.</summary>
    /// <returns>False while another node holds it.</returns>
    public async Task<bool> ClaimAsync(string name, TimeSpan period, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await TakeAsync(db, name, period, ct))
        {
            return true;
        }
        if (await db.Set<Lease>().AnyAsync(lease => lease.Name == name, ct))
        {
            return false;
        }
        await BeginAsync(db, name, ct);
        return await TakeAsync(db, name, period, ct);
    }

    /// <summary>Gives a lease back, so that another node need not wait for its end.</summary>
    public async Task ReleaseAsync(string name, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Set<Lease>().Where(lease => lease.Name == name && lease.Holder == _holder).ExecuteDeleteAsync(ct);
    }

    private async Task<bool> TakeAsync(MarketplaceDbContext db, string name, TimeSpan period, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var until = now + period;
        return await db.Set<Lease>().Where(lease => lease.Name == name && (lease.Holder == _holder || lease.Until <= now))
            .ExecuteUpdateAsync(lease => lease.SetProperty(row => row.Holder, _holder).SetProperty(row => row.Until, until), ct) == 1;
    }

    private async Task BeginAsync(MarketplaceDbContext db, string name, CancellationToken ct)
    {
        try
        {
            db.Add(new Lease { Name = name, Holder = "", Until = clock.GetUtcNow() });
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException failure) when (failure.InnerException is DbException inner && db.IsUniqueViolation(inner))
        {
            db.ChangeTracker.Clear(); // Somebody else began it at the same moment.
        }
    }
}
