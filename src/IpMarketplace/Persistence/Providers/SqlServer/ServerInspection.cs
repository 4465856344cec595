using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Persistence.Providers.SqlServer;

/// <summary>Looks at a server of SQL Server before work begins, and says in a sentence each what is wrong there or dear.</summary>
internal static class ServerInspection
{
    private const int OldestCompatibilityLevel = 150;
    private static readonly TimeSpan LargestDifference = TimeSpan.FromSeconds(2);
    private static readonly string[] RightsToServe = ["SELECT", "INSERT", "UPDATE", "DELETE"];
    private static readonly string[] RightsToMigrate = ["CREATE TABLE", "ALTER"];

    private static readonly string Question =
        $"""
        SELECT d.name, CAST(d.is_read_committed_snapshot_on AS int), CAST(d.compatibility_level AS int), DATEDIFF_BIG(millisecond, '19700101', SYSUTCDATETIME()),
            {string.Join(", ", RightsToServe.Concat(RightsToMigrate).Select(right => $"HAS_PERMS_BY_NAME(DB_NAME(), 'DATABASE', '{right}')"))}
        FROM sys.databases AS d WHERE d.name = DB_NAME()
        """;

    /// <summary>What an operator should know, most pressing first; empty when all is well.</summary>
    /// <param name="db">The database.</param>
    /// <param name="clock">The clock of this node.</param>
    /// <param name="migrates">Whether this node brings the database to its form, for which it needs further rights.</param>
    /// <param name="ct">Cancels the question.</param>
    public static async Task<IReadOnlyList<string>> ConcernsAsync(MarketplaceDbContext db, TimeProvider clock, bool migrates, CancellationToken ct)
    {
        try
        {
            return await db.Database.CreateExecutionStrategy().ExecuteAsync(() => AskAsync(db, clock, migrates, ct));
        }
        catch (DbException failure)
        {
            return [$"The server could not be looked at: {failure.Message.TrimEnd('.')}."];
        }
    }

    private static async Task<IReadOnlyList<string>> AskAsync(MarketplaceDbContext db, TimeProvider clock, bool migrates, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = Question;
            var before = clock.GetUtcNow();
            await using var row = await command.ExecuteReaderAsync(ct);
            return await row.ReadAsync(ct)
                ? [.. Concerns(row, before, clock.GetUtcNow(), migrates)]
                : ["The server shows nothing about its database: the login may not see it in sys.databases."];
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static IEnumerable<string> Concerns(DbDataReader row, DateTimeOffset before, DateTimeOffset after, bool migrates)
    {
        var database = row.GetString(0);
        var missing = RightsToServe.Where((_, index) => Lacks(4 + index)).ToList();
        if (missing.Count > 0)
        {
            yield return $"The login may not {string.Join(", ", missing)} in {database}, without which requests fail; grant it db_datareader and db_datawriter.";
        }
        var forMigrating = RightsToMigrate.Where((_, index) => Lacks(4 + RightsToServe.Length + index)).ToList();
        if (migrates && forMigrating.Count > 0)
        {
            yield return $"The login may not {string.Join(", ", forMigrating)} in {database}, which the next release's migrations need; "
                + "set Database:Migrate to false here and let an operator run \"database migrate\", or grant it db_ddladmin.";
        }
        if (row.GetInt32(1) == 0)
        {
            yield return $"READ_COMMITTED_SNAPSHOT is off in {database}, so readers wait behind the one who writes; "
                + $"ALTER DATABASE [{database}] SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE mends it.";
        }
        if (row.GetInt32(2) is < OldestCompatibilityLevel and var level)
        {
            yield return $"The compatibility level of {database} is {level}, while statements are written for {OldestCompatibilityLevel} (SQL Server 2019) and later; "
                + $"ALTER DATABASE [{database}] SET COMPATIBILITY_LEVEL = {OldestCompatibilityLevel} mends it.";
        }
        var there = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3));
        var ahead = there > after ? there - after : there < before ? there - before : TimeSpan.Zero;
        if (ahead.Duration() > LargestDifference)
        {
            yield return FormattableString.Invariant(
                $"The server's clock is {ahead.Duration().TotalSeconds:0.0} seconds {(ahead > TimeSpan.Zero ? "ahead of" : "behind")} this node's, by which periods and sessions are counted; set both by one source of time.");
        }

        bool Lacks(int column) => row.IsDBNull(column) || row.GetInt32(column) == 0;
    }
}
