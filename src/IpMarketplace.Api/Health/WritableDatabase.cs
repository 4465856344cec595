using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Outages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IpMarketplace.Api.Health;

/// <summary>
/// Whether a write would succeed: one is made, of a row of its own, at most once a second however often it is asked. Who asks gets an answer
/// within a second, also while the attempt still waits.
/// </summary>
internal sealed class WritableDatabase(IDbContextFactory<MarketplaceDbContext> contexts, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private Task<HealthCheckResult>? _attempt;
    private long _begun;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var attempt = Attempt();
        await Task.WhenAny(attempt, Task.Delay(LongestWait, cancellationToken));
        return attempt.IsCompleted ? await attempt : HealthCheckResult.Unhealthy("A write waits for longer than a health check may.");
    }

    private Task<HealthCheckResult> Attempt()
    {
        lock (_lock)
        {
            if (_attempt is null || (_attempt.IsCompleted && System.Diagnostics.Stopwatch.GetElapsedTime(_begun) > Fresh))
            {
                _begun = System.Diagnostics.Stopwatch.GetTimestamp();
                _attempt = Task.Run(WriteAsync);
            }
            return _attempt;
        }
    }

    private async Task<HealthCheckResult> WriteAsync()
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync();
            await db.WriteApartAsync("health", async () =>
            {
                var now = clock.GetUtcNow();
                if (await db.Set<CommittedWrite>().Where(row => row.Id == Guid.Empty).ExecuteUpdateAsync(set => set.SetProperty(row => row.At, now)) == 0)
                {
                    db.Add(new CommittedWrite { Id = Guid.Empty, At = now });
                }
                return await db.SaveChangesAsync();
            }, CancellationToken.None);
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure)
        {
            return HealthCheckResult.Unhealthy(DatabaseUnavailableException.Behind(failure)?.Message ?? failure.Message);
        }
    }
}
