using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IpMarketplace.Testing;
using Microsoft.Data.Sqlite;

namespace IpMarketplace.Api.Tests.Outages;

/// <summary>Days on which the database cannot do its work, with the real server as a process of its own.</summary>
public sealed class DatabaseOutageTests
{
    private const string Register =
        """
        mutation($input: RegisterEnterpriseInput!) {
          registerEnterprise(input: $input) { organization { name } errors { __typename ... on Error { message } } }
        }
        """;

    [Fact]
    public async Task A_lock_that_another_process_holds()
    {
        var directory = Directory.CreateTempSubdirectory("ipmarketplace-").FullName;
        try
        {
            await using var server = await StartAsync(directory);
            await using var other = new SqliteConnection($"Data Source={Path.Combine(directory, "marketplace.db")};Pooling=False");
            await other.OpenAsync();
            await ExecuteAsync(other, "BEGIN IMMEDIATE");

            await IsOutOfOrderAsync(server, "is locked by another process");
            await ExecuteAsync(other, "ROLLBACK");
            await RecoversAsync(server);

            await SaysSoOnceAsync(server, "is locked by another process");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [SmallDiskFact]
    public async Task A_full_disk()
    {
        using var disk = new SmallDisk(12);
        await using (var server = await StartAsync(disk.Directory))
        {
            disk.Fill();
            await IsOutOfOrderAsync(server, "cannot be written: the disk is full");
            disk.Free();
            await RecoversAsync(server);

            await SaysSoOnceAsync(server, "cannot be written: the disk is full");
        }
    }

    private static Task<ServerProcess> StartAsync(string directory) => ServerProcess.StartAsync(
        directory, "--Demo:Enabled=false", "--Database:LongestWaitForLock=00:00:01", "--Accounts:PasswordIterations=1000", "--Logging:LogLevel:Default=Warning");

    /// <summary>Writers are told at once that nothing was done and when to try again, readers from memory are served, health names the fault.</summary>
    private static async Task IsOutOfOrderAsync(ServerProcess server, string fault)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        foreach (var (retryAfter, answer) in await Task.WhenAll(Enumerable.Range(0, 8).Select(number => RegisterAsync(client, number))))
        {
            var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
            Assert.Equal("DATABASE_UNAVAILABLE", error.GetProperty("extensions").GetProperty("code").GetString());
            Assert.Contains($"The database {fault}. Nothing was done.", error.GetProperty("message").GetString(), StringComparison.Ordinal);
            Assert.Equal(("1", 1), (retryAfter, error.GetProperty("extensions").GetProperty("retryAfter").GetInt32()));
        }
        using var found = await client.PostAsJsonAsync("/graphql", new { query = "{ patents(first: 3) { totalCount } }" });
        Assert.Equal("""{"data":{"patents":{"totalCount":0}}}""", await found.Content.ReadAsStringAsync());
        await EventuallyAsync(async () =>
        {
            using var ready = await client.GetAsync("/health/ready");
            return ready.StatusCode == HttpStatusCode.ServiceUnavailable && (await ready.Content.ReadAsStringAsync()).Contains(fault, StringComparison.Ordinal);
        });
        using var live = await client.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    private static async Task RecoversAsync(ServerProcess server)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        await EventuallyAsync(async () =>
        {
            using var ready = await client.GetAsync("/health/ready");
            return ready.StatusCode == HttpStatusCode.OK;
        });
        var (_, answer) = await RegisterAsync(client, 0);
        Assert.Equal("示范企业", answer.GetProperty("data").GetProperty("registerEnterprise").GetProperty("organization").GetProperty("name").GetString());
    }

    private static async Task SaysSoOnceAsync(ServerProcess server, string fault)
    {
        await server.StopAsync();
        var lines = server.Output.Split(Environment.NewLine);
        Assert.Single(lines, line => line.Contains($"The database {fault}; nothing is written until it works again.", StringComparison.Ordinal));
        Assert.Single(lines, line => line.Contains("The database works again", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("Unexpected execution error", StringComparison.Ordinal));
    }

    private static async Task<(string? RetryAfter, JsonElement Answer)> RegisterAsync(HttpClient client, int number)
    {
        var input = new
        {
            creditCode = "91350100M000100Y43",
            name = "示范企业",
            regionCode = "350100",
            userName = $"signatory{number}@mill.example",
            password = "demo-market-2026",
            displayName = "Licensing manager",
        };
        using var response = await client.PostAsJsonAsync("/graphql", new { query = Register, variables = new { input } });
        return (response.Headers.TryGetValues("Retry-After", out var values) ? values.Single() : null, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        using var longest = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await holds())
        {
            await looks.WaitForNextTickAsync(longest.Token);
        }
    }
}
