using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpMarketplace.Following.Sweeps;

/// <summary>
/// Does the timed work, round after round, on one of the nodes. What is due is found outside of the turn and committed a few items at a time; when
/// that fails, one by one, and an item that fails alone rests while the others go on.
/// </summary>
public sealed class SweepRunner(
    IEnumerable<ISweep> sweeps,
    IEnumerable<ITrim> trims,
    SweepSettings settings,
    Leases leases,
    IDbContextFactory<MarketplaceDbContext> contexts,
    TimeProvider clock,
    StartProgress start,
    ILogger<SweepRunner> log)
    : BackgroundService
{
    private const string Work = "sweeps";
    private const int FoundAtATime = 500;
    private const int ItemsATurn = 50;
    private const int TrimmedAtATime = 1000;

    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(30);

    private readonly RestingItems _resting = new(settings.RestAfterFailure, clock);

    /// <summary>Does everything that is due, unless another node is charged with it; what fails does not stop the rest.</summary>
    public async Task RunOnceAsync(CancellationToken ct)
    {
        foreach (var sweep in sweeps)
        {
            await LogFailureOfAsync(sweep.Name, () => SweepAsync(sweep, ct), ct);
        }
        foreach (var trim in trims)
        {
            await LogFailureOfAsync(trim.Name, () => TrimAsync(trim, ct), ct);
        }
    }

    /// <summary>Stops, and lets another node go on at once.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (start.DatabaseIsPrepared.IsCompleted)
        {
            await LogFailureOfAsync(Work, () => leases.ReleaseAsync(Work, cancellationToken), cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.DatabaseIsPrepared.WaitAsync(stoppingToken);
        using var rounds = new PeriodicTimer(settings.Interval);
        do
        {
            await RunOnceAsync(stoppingToken);
        }
        while (await rounds.WaitForNextTickAsync(stoppingToken));
    }

    private Task<bool> IsOursAsync(CancellationToken ct) => leases.ClaimAsync(Work, settings.Interval + Reserve, ct);

    private async Task SweepAsync(ISweep sweep, CancellationToken ct)
    {
        var changed = 0;
        var seen = new HashSet<long>();
        while (await IsOursAsync(ct) && await FindDueAsync(sweep, seen, ct) is { Count: > 0 } due)
        {
            foreach (var items in due.Chunk(ItemsATurn))
            {
                changed += await SweepAsync(sweep, items, ct);
            }
        }
        if (changed > 0)
        {
            log.LogInformation("{Sweep} changed {Count}.", sweep.Name, changed);
        }
    }

    private async Task<List<long>> FindDueAsync(ISweep sweep, HashSet<long> seen, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var due = await sweep.FindDueAsync(db, FoundAtATime + _resting.CountOf(sweep.Name), ct);
        return [.. due.Where(item => !_resting.Rests(sweep.Name, item) && seen.Add(item))];
    }

    private async Task<int> SweepAsync(ISweep sweep, long[] items, CancellationToken ct)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            db.Actor = Actor.System with { RequestId = sweep.Name };
            var changed = await db.WriteAsync(() => sweep.SweepAsync(db, items, ct), ct);
            _resting.Remove(sweep.Name, items);
            return changed;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && !failure.IsTransientFault)
        {
            if (items.Length == 1)
            {
                var level = _resting.Add(sweep.Name, items[0]) ? LogLevel.Error : LogLevel.Debug;
                log.Log(level, failure, "{Sweep} fails at {Item}, which rests for {Rest}; the others go on.", sweep.Name, items[0], settings.RestAfterFailure);
                return 0;
            }
        }
        var sum = 0;
        foreach (var item in items)
        {
            sum += await SweepAsync(sweep, [item], ct);
        }
        return sum;
    }

    private async Task TrimAsync(ITrim trim, CancellationToken ct)
    {
        for (var removed = 1; removed > 0 && await IsOursAsync(ct);)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            removed = await db.WriteAsync(() => trim.TrimAsync(db, TrimmedAtATime, ct), ct);
        }
    }

    private async Task LogFailureOfAsync(string name, Func<Task> work, CancellationToken ct)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            log.LogError(failure, "{Sweep} failed; it runs again in {Interval}.", name, settings.Interval);
        }
    }
}
