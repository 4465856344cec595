using System.Diagnostics;
using System.Globalization;

namespace IpMarketplace.Benchmarks.Http;

/// <summary>A <see cref="MeasuredServer"/> in a process of its own; it ends when this is disposed.</summary>
internal sealed class ServedElsewhere : IAsyncDisposable
{
    private readonly Process _process;

    private ServedElsewhere(Process process) => _process = process;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Processor time it has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it and waits until it serves.</summary>
    /// <param name="folder">Its data directory; several servers may share one.</param>
    /// <param name="patents">How many patents are imported beside those of the demo; with none, nothing is imported.</param>
    public static async Task<ServedElsewhere> StartAsync(DirectoryInfo folder, int patents)
    {
        var server = new ServedElsewhere(Process.Start(
            new ProcessStartInfo("dotnet", [typeof(MeasuredServer).Assembly.Location, "serve", folder.FullName, patents.ToString(CultureInfo.InvariantCulture)])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            })!);
        while (await server._process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(MeasuredServer.Announcement, StringComparison.Ordinal))
            {
                server.Address = new Uri(line[MeasuredServer.Announcement.Length..]);
                return server;
            }
            Console.WriteLine(line);
        }
        await server.DisposeAsync();
        throw new InvalidOperationException("The server ended before it served.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
