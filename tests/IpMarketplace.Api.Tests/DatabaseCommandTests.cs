using IpMarketplace.Testing;
using IpMarketplace.Testing.StandIn;

namespace IpMarketplace.Api.Tests;

/// <summary>How an operator brings a database to the form of a build.</summary>
public sealed class DatabaseCommandTests
{
    [Fact]
    public async Task A_database_is_migrated_by_the_command_and_only_once()
    {
        await using var store = new TemporaryStore();

        var first = await ServerProcess.RunAsync(["database", "migrate", .. store.Arguments]);
        var second = await ServerProcess.RunAsync(["database", "migrate", .. store.Arguments]);

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Matches(@"Applied \d{14}_Initial", first.Output);
        Assert.Contains("Nothing to do: the database has every migration.", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_for_SQL_Server_needs_no_server_and_passes_over_what_was_applied()
    {
        await using var store = new TemporaryStore(TestProvider.Sqlite);

        var (exitCode, script) = await ServerProcess.RunAsync(
            "database", "script", $"--Database:DataDirectory={store.Directory}", "--Database:Provider=SqlServer", "--ConnectionStrings:Marketplace=Server=nowhere.invalid");

        Assert.Equal(0, exitCode);
        Assert.Contains("CREATE TABLE [Patents]", script, StringComparison.Ordinal);
        Assert.Contains("IF NOT EXISTS", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_may_not_migrate_says_which_migrations_wait()
    {
        await using var database = MarketplaceStandIn.Start(lackingMigrations: 1);
        await using var store = new TemporaryStore(TestProvider.Sqlite);

        var (exitCode, output) = await ServerProcess.RunAsync(
            "--environment=Production", $"--Database:DataDirectory={store.Directory}", "--Database:Provider=SqlServer", "--Database:Migrate=false",
            $"--ConnectionStrings:Marketplace={database.ConnectionString}", TestSettings.KeyCertificate);

        Assert.Equal(1, exitCode);
        Assert.Contains($"The database lacks the migration {MarketplaceStandIn.Migrations[^1]}, and this node may not migrate", output, StringComparison.Ordinal);
        Assert.DoesNotContain(database.Statements, statement => statement.Contains("CREATE TABLE", StringComparison.Ordinal));
    }
}
