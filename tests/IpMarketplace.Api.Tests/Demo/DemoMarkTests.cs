using IpMarketplace.Persistence;
using IpMarketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IpMarketplace.Api.Tests.Demo;

/// <summary>The demo's users never meet the world; whether they are there is said by the server alone.</summary>
public sealed class DemoMarkTests
{
    [Fact]
    public async Task A_database_with_the_demo_keeps_a_server_outside_of_Development_from_starting()
    {
        await using var store = new TemporaryStore();
        await using (var demo = await ServerProcess.StartAsync(store.Directory))
        {
            await demo.StopAsync();
        }

        var (exitCode, output) = await ServerProcess.RunAsync("--environment=Staging", $"--Database:DataDirectory={store.Directory}", TestSettings.KeyCertificate);

        Assert.Equal(1, exitCode);
        Assert.Contains("demo users", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_who_takes_the_name_of_a_demo_user_stops_no_start()
    {
        await using var store = new TemporaryStore();
        await using (var first = await ServerProcess.StartAsync(store.Directory, "--environment=Production", "--Demo:Enabled=false"))
        {
            using var stranger = new GraphQLClient(first.Address, TimeProvider.System);
            (await stranger.QueryAsync("organizations/registerEnterprise.graphql", new
            {
                input = new
                {
                    creditCode = "91350100M000100Y43",
                    name = "福州精工机械有限公司",
                    regionCode = "350100",
                    userName = "admin@national.demo",
                    password = "demo-market-2026",
                    displayName = "Manager",
                },
            })).Succeeded();
            await first.StopAsync();
        }

        await using var second = await ServerProcess.StartAsync(store.Directory, "--environment=Production", "--Demo:Enabled=false");
        using var client = new GraphQLClient(second.Address, TimeProvider.System);
        Assert.Equal("SME_SIGNATORY", (await client.QueryAsync("{ viewer { roles } }", user: "admin@national.demo")).Succeeded().Text("viewer.roles[0]"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_demo_from_before_there_were_marks_is_marked_when_its_database_is_brought_up_to_date(bool isDemo)
    {
        await using var market = await TestMarketplace.StartAsync(withDemo: isDemo);
        await using var db = market.Context();
        await db.GetService<IMigrator>().MigrateAsync("Initial");

        await db.GetService<IMigrator>().MigrateAsync();

        Assert.Equal(isDemo, await db.Set<DatabaseMark>().AnyAsync(mark => mark.Name == DatabaseMark.Demo));
    }
}
