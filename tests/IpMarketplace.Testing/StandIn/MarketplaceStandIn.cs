using IpMarketplace.Persistence.Providers.SqlServer;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Testing.StandIn;

/// <summary>What an empty database of the marketplace would answer while a server starts on it.</summary>
public static class MarketplaceStandIn
{
    /// <summary>Every right that the product asks about is granted.</summary>
    private static readonly IReadOnlyList<object?> Rights = [1, 1, 1, 1, 1, 1];

    /// <summary>The migrations of this build.</summary>
    public static IReadOnlyList<string> Migrations { get; } = AllMigrations();

    /// <summary>Starts a stand-in whose database has every migration of this build, but for the last ones, and no row.</summary>
    public static SqlServerStandIn Start(int lackingMigrations = 0)
    {
        var applied = Migrations.SkipLast(lackingMigrations).Select(migration => new object?[] { migration, "10.0.15" }).ToList();
        return SqlServerStandIn.Start()
            .On("SELECT COUNT(", _ => TdsAnswer.Scalar(0))
            .On("SELECT MAX(", _ => TdsAnswer.Scalar(null))
            .On("SELECT MIN(", _ => TdsAnswer.Scalar(null))
            .On("FROM sys.databases", _ => TdsAnswer.Rows([.. Enumerable.Repeat("", Rights.Count + 4)], ["IpMarketplace", 1, 160, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(), .. Rights]))
            .On(statement => statement.StartsWith("SELECT CASE", StringComparison.Ordinal), _ => TdsAnswer.Scalar(false))
            .On("OUTPUT 1", _ => TdsAnswer.Scalar(1))
            .On(statement => statement.Contains("INSERT INTO", StringComparison.Ordinal) && !statement.Contains("OUTPUT", StringComparison.Ordinal), _ => TdsAnswer.Done(rows: 1))
            .On("EXEC @granted = sp_getapplock", _ => TdsAnswer.Done(rows: 1))
            .On("SELECT @result", _ => TdsAnswer.Scalar(0))
            .On("SELECT OBJECT_ID(N'[__EFMigrationsHistory]')", _ => TdsAnswer.Scalar(1))
            .On("FROM [__EFMigrationsHistory]", _ => TdsAnswer.Rows(["MigrationId", "ProductVersion"], applied));
    }

    private static List<string> AllMigrations()
    {
        using var db = new SqlServerMarketplaceDbContext(new DbContextOptionsBuilder<SqlServerMarketplaceDbContext>().UseSqlServer().Options);
        return [.. db.Database.GetMigrations()];
    }
}
