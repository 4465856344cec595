using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IpMarketplace.Benchmarks.Http;

/// <summary>Drives a server with <c>wrk</c>, one thread of it.</summary>
internal sealed partial class WrkLoad : ILoadGenerator
{
    public async Task<double> RunAsync(Uri server, Load load, int connections, TimeSpan duration)
    {
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, Script(server, load));
            var seconds = (int)Math.Ceiling(duration.TotalSeconds);
            using var wrk = Process.Start(new ProcessStartInfo(
                "wrk",
                [$"-t1", string.Create(CultureInfo.InvariantCulture, $"-c{connections}"), string.Create(CultureInfo.InvariantCulture, $"-d{seconds}s"), "-s", script, server.ToString()])
            {
                RedirectStandardOutput = true,
            })!;
            var report = await wrk.StandardOutput.ReadToEndAsync();
            await wrk.WaitForExitAsync();
            return wrk.ExitCode == 0 && !report.Contains("Non-2xx", StringComparison.Ordinal) && Rate().Match(report) is { Success: true } rate
                ? double.Parse(rate.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
                : throw new InvalidOperationException($"{load.Name}: {report}");
        }
        finally
        {
            File.Delete(script);
        }
    }

    /// <summary>The requests are put together before the run, so that during it the script only hands them out.</summary>
    private static string Script(Uri server, Load load)
    {
        var script = new StringBuilder("local requests = {\n");
        for (var i = 0; i < load.Count; i++)
        {
            script.Append('"');
            foreach (var octet in OwnLoad.Request(server, load, i))
            {
                script.Append(CultureInfo.InvariantCulture, $"\\{octet:000}");
            }
            script.Append("\",\n");
        }
        return script.Append("}\nlocal next = 0\nfunction request()\n  next = next % #requests + 1\n  return requests[next]\nend\n").ToString();
    }

    [GeneratedRegex(@"Requests/sec: *([0-9.]+)")]
    private static partial Regex Rate();
}
