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

    public TemporaryStore(TestProvider provider = TestProvider.Sqlite)
    {
        Directory = System.IO.Directory.CreateTempSubdirectory("ipmarketplace-").FullName;
        if (provider == TestProvider.SqlServer)
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
