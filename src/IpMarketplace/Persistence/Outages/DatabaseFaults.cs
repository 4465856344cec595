using System.ComponentModel;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace IpMarketplace.Persistence.Outages;

/// <summary>Tells a database that cannot do its work now from work that fails by itself.</summary>
internal static class DatabaseFaults
{
    private const int WriteLockNotGranted = 51000;
    private const byte FirstClassOfServerFaults = 17;

    // No connection (0 on Linux), timeout, database not open, moved or restarting, out of resources.
    private static readonly HashSet<int> Away = [0, -2, -1, 2, 53, 64, 233, 258, 926, 4060, 6005, 10053, 10054, 10060, 10928, 10929, 40197, 40501, 40613, 49918, 49919, 49920];

    /// <summary>What is wrong with the database, as the end of "The database …"; null when the failure says nothing of it.</summary>
    public static string? Of(Exception? failure) => failure switch
    {
        null => null,
        DatabaseUnavailableException known => known.Fault,
        SqliteException sqlite => Of(sqlite.SqliteErrorCode),
        SqlException { Number: WriteLockNotGranted } => "did not grant its write lock in time",
        SqlException server when Away.Contains(server.Number) || server.Class >= FirstClassOfServerFaults || server.InnerException is Win32Exception => "does not answer",
        _ => Of(failure.InnerException),
    };

    private static string? Of(int sqliteCode) => sqliteCode switch
    {
        5 or 6 => "is locked by another process",
        8 => "may only be read",
        10 => "cannot be read or written: the disk fails",
        13 => "cannot be written: the disk is full",
        14 => "cannot be opened",
        _ => null,
    };
}
