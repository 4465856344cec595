using Microsoft.Extensions.Hosting;

namespace IpMarketplace.Catalogue.Reactions;

/// <summary>Merges the catalogue's larger segments in the background, where no answer waits for it.</summary>
internal sealed class CatalogueCompactor(PatentCatalogue catalogue, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            while (!stoppingToken.IsCancellationRequested && catalogue.Compact())
            {
            }
        }
    }
}
