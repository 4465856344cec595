using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IpMarketplace.Testing;
using Microsoft.AspNetCore.Builder;

namespace IpMarketplace.Api.Tests.Starting;

/// <summary>The port is open before anything can be answered: who asks is told so, and the server becomes ready by itself.</summary>
public sealed class OpenPortTests : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ipmarketplace-");
    private readonly WebApplication _app;
    private readonly HttpClient _client = new();

    public OpenPortTests() => _app = MarketplaceServer.Build(
        ["--environment=Development", "--Urls=http://127.0.0.1:0", $"--Database:DataDirectory={_folder.FullName}", "--Demo:Enabled=false", "--Logging:LogLevel:Default=None"]);

    private string Database => Path.Combine(_folder.FullName, "marketplace.db");

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task While_the_database_is_away_it_is_live_and_not_ready_and_says_why_and_it_is_ready_once_the_database_is_back()
    {
        Directory.CreateDirectory(Database); // A folder in place of the file: SQLite cannot open it.
        await StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync("/health/live")).StatusCode);
        var start = await UntilAsync(async () => await ReportAsync() is { ValueKind: JsonValueKind.Object } report && report.GetProperty("obstacle").ValueKind == JsonValueKind.String ? report : default);
        Assert.StartsWith("The database cannot be used: ", start.GetProperty("obstacle").GetString(), StringComparison.Ordinal);
        Assert.Equal("bringing the database to the form of this build", start.GetProperty("step").GetString());

        Directory.Delete(Database);
        await UntilAsync(async () => (await _client.GetAsync("/health/ready")).IsSuccessStatusCode ? "ready" : null);
        var answer = await (await AskAsync()).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(0, answer.GetProperty("data").GetProperty("patents").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Before_it_is_ready_a_request_is_told_when_to_come_again_with_an_error_of_its_own()
    {
        Directory.CreateDirectory(Database);
        await StartAsync();

        using var refused = await AskAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        var body = await refused.Content.ReadFromJsonAsync<JsonElement>();
        var error = Assert.Single(body.GetProperty("errors").EnumerateArray());
        Assert.Equal("SERVER_NOT_READY", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.StartsWith("The server is getting ready (", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.False(body.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task A_file_that_is_no_database_ends_the_start_with_a_sentence()
    {
        await File.WriteAllTextAsync(Database, string.Concat(Enumerable.Repeat("This is a letter, not a database. ", 200)));

        var (exitCode, output) = await ServerProcess.RunAsync("--environment=Development", "--Urls=http://127.0.0.1:0", $"--Database:DataDirectory={_folder.FullName}", "--Demo:Enabled=false");

        Assert.Equal(1, exitCode);
        Assert.Contains("IpMarketplace cannot start: The database cannot be opened: ", output, StringComparison.Ordinal);
        Assert.Contains("Check the settings under Database and ConnectionStrings.", output, StringComparison.Ordinal);
    }

    private async Task StartAsync()
    {
        await _app.StartAsync();
        _client.BaseAddress = new Uri(_app.Urls.First());
    }

    private Task<HttpResponseMessage> AskAsync() => _client.PostAsJsonAsync("/graphql", new { query = "{ patents { totalCount } }" });

    private async Task<JsonElement> ReportAsync()
    {
        using var ready = await _client.GetAsync("/health/ready");
        return (await ready.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("start", out var start) ? start : default;
    }

    private static async Task<T> UntilAsync<T>(Func<Task<T?>> look)
    {
        for (var patience = 0; patience < 1_200; patience++)
        {
            if (await look() is { } found && !Equals(found, default(T)))
            {
                return found;
            }
            await Task.Delay(100);
        }
        throw new TimeoutException("It did not happen within two minutes.");
    }
}
