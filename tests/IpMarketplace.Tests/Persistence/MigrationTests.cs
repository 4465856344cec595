using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Providers.Sqlite;
using IpMarketplace.Persistence.Providers.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IpMarketplace.Tests.Persistence;

/// <summary>Each provider's migrations lead to the model of this build (decision 0004).</summary>
public sealed class MigrationTests
{
    public static TheoryData<string> Providers => ["Sqlite", "SqlServer"];

    [Theory]
    [MemberData(nameof(Providers))]
    public void No_change_of_the_model_lacks_a_migration(string provider)
    {
        using var db = Context(provider);
        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges(), "Run: dotnet ef migrations add <Name>, once for each context (src/README.md).");
    }

    [Fact]
    public void The_script_for_SQL_Server_carries_the_constraints_that_guard_the_invariants()
    {
        using var db = Context("SqlServer");
        var script = db.Database.GenerateCreateScript();
        Assert.Contains("WHERE [State] <> 'CLOSED'", script, StringComparison.Ordinal); // INV-20
        Assert.Contains("WHERE [State] IN ('READY', 'FILED', 'CORRECTION', 'ANNOUNCED', 'WITHDRAWAL_FILED')", script, StringComparison.Ordinal); // INV-30
        Assert.Contains("decimal(18,2)", script, StringComparison.Ordinal); // GI-11
    }

    [Fact]
    public void On_SQL_Server_a_key_and_an_index_give_way_to_a_change_of_their_column()
    {
        using var db = Context("SqlServer");
        var script = db.GetService<IMigrator>().GenerateScript();

        foreach (var (table, column, name) in new[] { ("OutsideLogins", "ProviderKey", "PK_OutsideLogins"), ("Accounts", "NormalizedUserName", "IX_Accounts_NormalizedUserName") })
        {
            var change = script.IndexOf($"ALTER TABLE [{table}] ALTER COLUMN [{column}]", StringComparison.Ordinal);
            var dropped = script.IndexOf($"DROP {(name.StartsWith("PK", StringComparison.Ordinal) ? "CONSTRAINT" : "INDEX")} [{name}]", StringComparison.Ordinal);
            Assert.InRange(dropped, 0, change);
            Assert.InRange(script.LastIndexOf(name, StringComparison.Ordinal), change, script.Length);
        }
    }

    [Fact]
    public void Only_what_an_aggregate_owns_goes_with_it()
    {
        using var db = Context("SqlServer");
        var cascades = db.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys()).Where(key => key.DeleteBehavior == DeleteBehavior.Cascade);
        Assert.All(cascades, key => Assert.True(key.IsOwnership, key.ToString()));
    }

    private static MarketplaceDbContext Context(string provider) =>
        provider == "Sqlite" ? new SqliteDesignTimeFactory().CreateDbContext([]) : new SqlServerDesignTimeFactory().CreateDbContext([]);
}
