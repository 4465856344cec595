using System.Data.Common;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Providers.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Testing;

/// <summary>A data directory, and on SQL Server a database, that are gone when the test is over.</summary>
public sealed class TemporaryStore : IAsyncDisposable
{
    private readonly string? _connectionString;

    /// <summary>Makes the directory. The database is made by whoever opens it first.</summary>
    /// <param name="provider">Of which kind; without it, of the kind of all tests.</param>
    public TemporaryStore(TestProvider? provider = null)
    {
        Directory = System.IO.Directory.CreateTempSubdirectory("ipmarketplace-").FullName;
        if ((provider ?? OnSqlServerAttribute.Everywhere) == TestProvider.SqlServer)
        {
            _connectionString = new SqlConnectionStringBuilder(OnSqlServerAttribute.ConnectionString) { InitialCatalog = $"IpMarketplace_{Guid.NewGuid():N}" }.ConnectionString;
        }
    }

    public string Directory { get; }

    public DatabaseSettings Settings => new()
    {
        Provider = _connectionString is null ? DatabaseSettings.Sqlite : DatabaseSettings.SqlServer,
        ConnectionString = _connectionString,
        DataDirectory = Directory,
    };

    /// <summary>The settings that a program is given to work on it.</summary>
    public IReadOnlyList<string> Arguments =>
    [
        $"--Database:Provider={Settings.Provider}",
        $"--Database:ConnectionString={Settings.ConnectionString}",
        $"--Database:DataDirectory={Directory}",
    ];

    /// <summary>Whether a connection leads here.</summary>
    public bool Holds(DbConnection connection) => _connectionString is null
        ? connection.DataSource.StartsWith(Directory, StringComparison.Ordinal)
        : connection.Database == new SqlConnectionStringBuilder(_connectionString).InitialCatalog;

    /// <summary>Runs a statement that a test needs beside the product: plain SQL of both databases.</summary>
    public async Task ExecuteAsync(string statement)
    {
        await using DbConnection connection = _connectionString is null ? new SqliteConnection($"Data Source={Path.Combine(Directory, "marketplace.db")}") : new SqlConnection(_connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_connectionString is not null)
        {
            await using var db = new SqlServerMarketplaceDbContext(new DbContextOptionsBuilder<SqlServerMarketplaceDbContext>().UseSqlServer(_connectionString).Options);
            await db.Database.EnsureDeletedAsync();
        }
        SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(Directory, recursive: true);
    }
}
