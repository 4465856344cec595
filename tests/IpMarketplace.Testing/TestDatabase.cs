using IpMarketplace.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpMarketplace.Testing;

/// <summary>A database of its own in a directory of its own, with the whole model, for tests without a host.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>What the clock shows: it stands still.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    private readonly string _directory = Directory.CreateTempSubdirectory("ipmarketplace-").FullName;

    private TestDatabase()
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton<TimeProvider>(new StoppedClock());
        services.AddPersistence(new DatabaseSettings { DataDirectory = _directory });
        Services = services.BuildServiceProvider();
    }

    /// <summary>What a host would offer.</summary>
    public ServiceProvider Services { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock => Services.GetRequiredService<TimeProvider>();

    /// <summary>A directory for files of the test; it goes with the database.</summary>
    public string Folder => _directory;

    /// <summary>Creates the database.</summary>
    public static async Task<TestDatabase> CreateAsync()
    {
        var database = new TestDatabase();
        await database.Services.GetRequiredService<DatabaseInitializer>().InitializeAsync(CancellationToken.None);
        return database;
    }

    /// <summary>A context that tracks nothing yet.</summary>
    public MarketplaceDbContext Context() => Services.GetRequiredService<IDbContextFactory<MarketplaceDbContext>>().CreateDbContext();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
