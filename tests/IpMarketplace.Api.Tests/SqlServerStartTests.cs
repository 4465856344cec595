using IpMarketplace.Testing;
using IpMarketplace.Testing.StandIn;

namespace IpMarketplace.Api.Tests;

/// <summary>The built server, as it is published, opens connections to what speaks SQL Server's protocol.</summary>
public sealed class SqlServerStartTests
{
    [Fact]
    public async Task Starts_signs_in_asks_which_migrations_are_applied_and_is_ready()
    {
        await using var database = MarketplaceStandIn.Start();
        await using var store = new TemporaryStore(TestProvider.Sqlite);
        await using var server = await ServerProcess.StartAsync(
            store.Directory, "--Demo:Enabled=false", "--Database:Provider=SqlServer", $"--ConnectionStrings:Marketplace={database.ConnectionString}");

        await ReadyAsync(server);

        Assert.DoesNotContain("Warning", server.Output, StringComparison.Ordinal);
        Assert.Contains(database.Statements, statement => statement.Contains("FROM [__EFMigrationsHistory]", StringComparison.Ordinal));
    }

    private static async Task ReadyAsync(ServerProcess server)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await http.GetAsync(new Uri("/health/ready", UriKind.Relative), limit.Token) is { IsSuccessStatusCode: false })
        {
            await looks.WaitForNextTickAsync(limit.Token);
        }
    }
}
