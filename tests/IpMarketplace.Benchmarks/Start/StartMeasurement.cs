using System.Diagnostics;
using System.Globalization;
using IpMarketplace.Api;
using Microsoft.Data.Sqlite;

namespace IpMarketplace.Benchmarks.Start;

/// <summary>
/// How long the server, started as users start it, takes until it is ready: with nothing but the database, and with the catalogue stored by the run before.
/// <c>start [patents ...]</c>.
/// </summary>
internal static class StartMeasurement
{
    private const string Stored = "catalogue.snapshot";
    private static readonly int[] UsualSizes = [10_000, 60_000, 250_000, 1_000_000];
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task<int> RunAsync(IReadOnlyList<int> sizes)
    {
#if DEBUG
        Console.WriteLine("This is a Debug build, which says nothing about speed: run it with -c Release.");
#endif
        Console.WriteLine("  patents  from          port open      ready   processor  ms a patent  peak memory     file");
        foreach (var size in sizes.Count > 0 ? sizes : UsualSizes)
        {
            var folder = Directory.CreateTempSubdirectory("ipmarketplace-bench-");
            try
            {
                await ManyPatents.WriteAsync(folder.FullName, size);
                SqliteConnection.ClearAllPools();
                await MeasureAsync(folder.FullName, size, "database");
                await MeasureAsync(folder.FullName, size, "stored");
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
        return 0;
    }

    private static async Task MeasureAsync(string folder, int size, string from)
    {
        var watch = Stopwatch.StartNew();
        using var server = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(MarketplaceServer).Assembly.Location, "--environment=Development", "--Urls=http://127.0.0.1:0", $"--Database:DataDirectory={folder}", "--Demo:Enabled=false"])
        {
            RedirectStandardOutput = true,
        })!;
        var (open, isReady) = (TimeSpan.Zero, false);
        while (!isReady && await server.StandardOutput.ReadLineAsync() is { } line)
        {
            open = open == TimeSpan.Zero && line.Contains("Open on ", StringComparison.Ordinal) ? watch.Elapsed : open;
            isReady = line.Contains(" serves on ", StringComparison.Ordinal);
        }
        var ready = watch.Elapsed;
        server.Refresh();
        var (processor, peak) = (server.TotalProcessorTime, server.PeakWorkingSet64);
        var file = new FileInfo(Path.Combine(folder, Stored));
        while (!file.Exists && !server.HasExited)
        {
            await Task.Delay(Pause);
            file.Refresh();
        }
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{size,9:N0}  {from,-10} {open.TotalSeconds,10:N1} s {ready.TotalSeconds,8:N1} s {processor.TotalSeconds,9:N1} s {processor.TotalMilliseconds / size,12:N3} {peak / 1e6,9:N0} MB {file.Length / 1e6,5:N0} MB"));
        using (var stop = Process.Start("kill", ["-TERM", server.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await stop.WaitForExitAsync();
        }
        await server.StandardOutput.ReadToEndAsync();
        await server.WaitForExitAsync();
    }
}
