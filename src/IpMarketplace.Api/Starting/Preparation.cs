using System.Globalization;
using IpMarketplace.Api.Http;
using IpMarketplace.Api.Settings;
using IpMarketplace.Persistence;

namespace IpMarketplace.Api.Starting;

/// <summary>
/// What has to be done before anything can be answered, behind the open port: the schema is built and, beside it, the database is brought to the form this build
/// needs. While the database is away it is tried without end; what only another configuration can mend ends the server.
/// </summary>
internal sealed class Preparation(
    IServiceProvider services,
    ServerSettings settings,
    StartProgress progress,
    Readiness readiness,
    IHostEnvironment environment,
    IHostApplicationLifetime lifetime,
    ILogger<Preparation> log) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(3);

    private readonly Lock _lock = new();
    private Task? _prepared;

    /// <summary>Why the server cannot run; null while it may.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Prepares once, whoever asks and however often.</summary>
    public Task PrepareAsync(CancellationToken ct)
    {
        RefuseKeysThatMayNotServe();
        lock (_lock)
        {
            return _prepared ??= Task.WhenAll(Task.Run(() => services.BuildGraphQL(), ct), Task.Run(() => PrepareDatabaseAsync(ct), ct));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var showing = ShowProgressAsync(stoppingToken);
        try
        {
            await PrepareAsync(stoppingToken);
            await showing;
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            return; // it stops before it was ready
        }
        catch (Exception failure)
        {
            Failure = failure;
            lifetime.StopApplication();
        }
    }

    /// <summary>Refuses what only another configuration can mend, before a key is made.</summary>
    /// <exception cref="ConfigurationRefused">The keys would lie in clear.</exception>
    public void RefuseKeysThatMayNotServe()
    {
        var problems = settings.Keys.ProblemsOfServing(settings.Marketplace.Database.DataDirectory, environment).ToList();
        if (problems.Count > 0)
        {
            throw new ConfigurationRefused(problems);
        }
    }

    private async Task PrepareDatabaseAsync(CancellationToken ct)
    {
        for (var pause = TimeSpan.FromSeconds(1); ; pause = 2 * pause < LongestPause ? 2 * pause : LongestPause)
        {
            try
            {
                await MarketplaceServer.PrepareDatabaseAsync(services, ct);
                progress.DatabasePrepared();
                return;
            }
            catch (Exception failure) when (failure.IsTransientFault && !ct.IsCancellationRequested)
            {
                progress.Wait(
                    $"The database cannot be used: {failure.Message.TrimEnd('.')}. "
                    + "It is tried again; should it not come back, check the settings under Database and ConnectionStrings.");
                log.LogWarning("{Obstacle}", progress.State.Obstacle);
                await Task.Delay(pause, ct);
            }
        }
    }

    private async Task ShowProgressAsync(CancellationToken ct)
    {
        using var lines = new PeriodicTimer(BetweenLines);
        while (!readiness.IsReady && await lines.WaitForNextTickAsync(ct))
        {
            if (!readiness.IsReady && progress.State.Obstacle is null)
            {
                log.LogInformation("Getting ready: {Progress}.", Text(progress.State));
            }
        }
    }

    /// <summary>The progress in words, such as "building the catalogue, 120,000 of 1,000,000, 17,000 a second, 52 s left".</summary>
    public static string Text(StartState state)
    {
        var text = state.Step;
        if (state.Total is { } total)
        {
            text += string.Create(CultureInfo.InvariantCulture, $", {state.Done:N0} of {total:N0}");
        }
        if (state.Left is { } left)
        {
            text += string.Create(CultureInfo.InvariantCulture, $", {state.PerSecond:N0} a second, {left.TotalSeconds:N0} s left");
        }
        return text;
    }
}
