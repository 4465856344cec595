using System.Diagnostics;

namespace IpMarketplace.Benchmarks.Http;

/// <summary>Requests that are sent over and over, one after the other in this order.</summary>
/// <param name="Name">What they ask for.</param>
/// <param name="Paths">Path and query of each; one for all, or one for each body.</param>
/// <param name="Bodies">JSON of each; one for all, or one for each path.</param>
/// <param name="Token">Whose requests they are; null for a visitor's.</param>
internal sealed record Load(string Name, string[] Paths, string[] Bodies, string? Token = null)
{
    /// <summary>How many different requests there are.</summary>
    public int Count => Math.Max(Paths.Length, Bodies.Length);

    public string Path(int i) => Paths[i % Paths.Length];

    public string Body(int i) => Bodies[i % Bodies.Length];
}

/// <summary>Keeps some connections to a server of this machine busy, one request at a time on each.</summary>
internal interface ILoadGenerator
{
    /// <summary>Sends for a while.</summary>
    /// <returns>Answers a second.</returns>
    /// <exception cref="InvalidOperationException">An answer was not 200.</exception>
    Task<double> RunAsync(Uri server, Load load, int connections, TimeSpan duration);
}

/// <summary>Which generator there is.</summary>
internal static class LoadGenerator
{
    /// <summary><c>wrk</c> where it is installed, for it takes least from the server; else a client of our own.</summary>
    public static ILoadGenerator Best()
    {
        try
        {
            using var wrk = Process.Start(new ProcessStartInfo("wrk", ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true });
            wrk!.WaitForExit();
            return new WrkLoad();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return new OwnLoad();
        }
    }
}
