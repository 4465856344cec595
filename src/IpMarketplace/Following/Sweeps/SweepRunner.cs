using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpMarketplace.Following.Sweeps;

/// <summary>Runs every sweep, round after round. On several nodes each runs them: a sweep finds nothing left to do after another.</summary>
public sealed class SweepRunner(IEnumerable<ISweep> sweeps, SweepSettings settings, IDbContextFactory<MarketplaceDbContext> contexts, ILogger<SweepRunner> log)
    : BackgroundService
{
    /// <summary>Runs every sweep once, each in a write transaction of its own; a failing one does not stop the others.</summary>
    public async Task RunOnceAsync(CancellationToken ct)
    {
        foreach (var sweep in sweeps)
        {
            try
            {
                await using var db = await contexts.CreateDbContextAsync(ct);
                db.Actor = Actor.System with { RequestId = sweep.Name };
                var changed = await db.WriteAsync(() => sweep.SweepAsync(db, ct), ct);
                if (changed > 0)
                {
                    log.LogInformation("{Sweep} changed {Count}.", sweep.Name, changed);
                }
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                log.LogError(failure, "{Sweep} failed; it runs again in {Interval}.", sweep.Name, settings.Interval);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(settings.Interval);
        do
        {
            await RunOnceAsync(stoppingToken);
        }
        while (await rounds.WaitForNextTickAsync(stoppingToken));
    }
}
