using IpMarketplace.Following;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpMarketplace.Catalogue.Reactions;

/// <summary>Stores the catalogue for the next start: once it is built, then after many changes or some time, and when the server stops.</summary>
internal sealed class CatalogueKeeper(
    PatentCatalogue catalogue,
    CatalogueFollower follower,
    CatalogueStorage storage,
    ChangeFeedProgress feed,
    CatalogueSettings settings,
    TimeProvider clock,
    ILogger<CatalogueKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private long _stored;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await StoreAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var last = DateTimeOffset.MinValue;
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (feed.IsReady && (clock.GetUtcNow() - last >= settings.StoreInterval || Position() is { } position && position - _stored >= settings.StoreAfterChanges))
            {
                await StoreAsync(stoppingToken);
                last = clock.GetUtcNow();
            }
        }
    }

    /// <summary>The change up to which the catalogue contains everything; null while it does not, or while a change is set aside.</summary>
    private long? Position() => feed.States.First(state => state.Name == follower.Name) is { Position: > 0, SetAside: 0 } state ? state.Position : null;

    private async Task StoreAsync(CancellationToken ct)
    {
        try
        {
            if (Position() is { } position && follower.Day is { } day)
            {
                await storage.StoreAsync(catalogue, position, day, ct);
                _stored = position;
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning("The catalogue is not stored for the next start, which will take longer: {Reason}", failure.Message);
        }
    }
}
