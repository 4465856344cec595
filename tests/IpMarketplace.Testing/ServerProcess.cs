using System.Diagnostics;
using System.Text.RegularExpressions;
using IpMarketplace.Api;

namespace IpMarketplace.Testing;

/// <summary>The built server as a process of its own, to be killed without warning and started again on the same data.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly Regex Announcement = new("(?:serves on |Listening on )(http[^ \",]+[0-9])");
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly List<string> _output = [];
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Process process) => _process = process;

    public Uri Address => _address.Task.Result;

    /// <summary>What it has written so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join(Environment.NewLine, _output);
            }
        }
    }

    /// <summary>Starts it on a free port and waits until it says where it serves.</summary>
    public static Task<ServerProcess> StartAsync(TemporaryStore store, params string[] settings) => StartAsync(store.Directory, [.. store.Arguments, .. settings]);

    /// <summary>As above, on the embedded database of a directory.</summary>
    public static async Task<ServerProcess> StartAsync(string dataDirectory, params string[] settings)
    {
        var server = Launch(["--environment=Development", "--Urls=http://127.0.0.1:0", $"--Database:DataDirectory={dataDirectory}", "--Accounts:PasswordIterations=1000", TestSettings.KeyCertificate, .. TestSettings.Unlimited, .. settings]);
        try
        {
            await server._address.Task.WaitAsync(LongestStart);
            return server;
        }
        catch (Exception failure)
        {
            await server.DisposeAsync();
            throw new InvalidOperationException($"The server did not start: {server.Output}", failure);
        }
    }

    /// <summary>Runs it to its end: a command, or a start that is refused.</summary>
    public static Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => RunInAsync(null, arguments);

    /// <summary>As <see cref="RunAsync"/>, on a machine of this language, such as <c>fa_IR.UTF-8</c>.</summary>
    public static async Task<(int ExitCode, string Output)> RunInAsync(string? language, params string[] arguments)
    {
        await using var server = Launch(arguments, language);
        await server._process.WaitForExitAsync().WaitAsync(LongestStart);
        return (server._process.ExitCode, server.Output);
    }

    /// <summary>As <c>kill -9</c>: no warning, no time to finish anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>As an orchestrator stops it: SIGTERM, then time to finish.</summary>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }
        await _process.WaitForExitAsync().WaitAsync(LongestStart);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }
        _process.Dispose();
    }

    private static ServerProcess Launch(IEnumerable<string> arguments, string? language = null)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(MarketplaceServer).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (language is not null)
        {
            start.Environment["LC_ALL"] = language;
        }
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var server = new ServerProcess(process);
        process.OutputDataReceived += (_, line) => server.Hear(line.Data);
        process.ErrorDataReceived += (_, line) => server.Hear(line.Data);
        process.Exited += (_, _) => server._address.TrySetException(new InvalidOperationException("It ended."));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return server;
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }
        lock (_output)
        {
            _output.Add(line);
        }
        if (Announcement.Match(line) is { Success: true } found)
        {
            _address.TrySetResult(new Uri(found.Groups[1].Value));
        }
    }
}
