using IpMarketplace.Kernel.Time;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpMarketplace.Catalogue.Reactions;

/// <summary>Turns the catalogue to the next legal day when it begins in China.</summary>
internal sealed class CatalogueCalendar(CatalogueFollower follower, TimeProvider clock, ILogger<CatalogueCalendar> log) : BackgroundService
{
    // Looks often enough to notice a clock that was set, and to try again after a failure.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var untilTomorrow = ChinaTime.StartOf(clock.Today().AddDays(1)) - clock.GetUtcNow();
            await Task.Delay(untilTomorrow < LongestPause ? untilTomorrow : LongestPause, clock, stoppingToken);
            try
            {
                await follower.TurnToTodayAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "The catalogue could not be turned to {Day}; it is tried again in a minute.", clock.Today());
            }
        }
    }
}
