using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;

namespace IpMarketplace.Persistence;

/// <summary>Tells a database that is away, busy or full from work that fails by itself.</summary>
public static class TransientFaults
{
    private const byte FirstClassOfServerFaults = 17;

    // Busy, locked, out of memory, read-only, input and output, full, cannot open, protocol.
    private static readonly HashSet<int> OfSqlite = [5, 6, 7, 8, 10, 13, 14, 15];

    // Connection refused or lost on Linux, timeout, deadlock, lock timeout, snapshot conflict, database not yet open, login failed during a failover, limits of a hosted server, our own write lock.
    private static readonly HashSet<int> OfSqlServer = [0, -2, 1205, 1222, 3960, 4060, 18456, 40197, 40501, 40613, 49918, 49919, 49920, 51000];

    extension(Exception failure)
    {
        /// <summary>Whether the same work may succeed later without anybody mending anything in it.</summary>
        public bool IsTransientFault => failure switch
        {
            SqliteException sqlite => OfSqlite.Contains(sqlite.SqliteErrorCode),
            SqlException server => server.Class >= FirstClassOfServerFaults || OfSqlServer.Contains(server.Number),
            DbException { IsTransient: true } or TimeoutException or IOException or SocketException or RetryLimitExceededException => true,
            { InnerException: { } inner } => inner.IsTransientFault,
            _ => false,
        };
    }
}
