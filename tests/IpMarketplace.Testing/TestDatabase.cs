using IpMarketplace.Accounts;
using IpMarketplace.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IpMarketplace.Testing;

/// <summary>The whole marketplace on a database of its own, without web and without GraphQL.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>What the clock shows at first: Monday, noon in China.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    private readonly TemporaryStore _store;
    private readonly ServiceProvider _services;

    private TestDatabase(TestProvider? provider, AccountSettings accounts, Action<IServiceCollection>? configure)
    {
        _store = new TemporaryStore(provider);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddMarketplace(new MarketplaceSettings { Database = _store.Settings, Accounts = accounts });
        configure?.Invoke(services);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    /// <summary>Account settings under which hashing a password costs nothing.</summary>
    public static AccountSettings QuickPasswords { get; } = new() { PasswordIterations = 1000 };

    /// <summary>It stands still until a test moves it.</summary>
    public FakeClock Clock { get; } = new(Now);

    /// <summary>A directory for files of the test; it goes with the database.</summary>
    public string Folder => _store.Directory;

    /// <summary>Its database.</summary>
    public TemporaryStore Store => _store;

    /// <summary>What a host would offer.</summary>
    public IServiceProvider Services => _services;

    /// <summary>Creates an empty database.</summary>
    public static async Task<TestDatabase> CreateAsync(
        Action<IServiceCollection>? configure = null, AccountSettings? accounts = null, TestProvider? provider = null)
    {
        var database = new TestDatabase(provider, accounts ?? QuickPasswords, configure);
        await database.Services.GetRequiredService<DatabaseInitializer>().InitializeAsync(CancellationToken.None);
        return database;
    }

    /// <summary>A context of its own; the caller disposes it.</summary>
    public MarketplaceDbContext Context() => Services.GetRequiredService<IDbContextFactory<MarketplaceDbContext>>().CreateDbContext();

    /// <summary>Runs with the services of one request.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>Starts what follows the change feed and runs timed work.</summary>
    public async Task StartBackgroundWorkAsync()
    {
        foreach (var service in Services.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in Services.GetServices<IHostedService>())
        {
            await service.StopAsync(CancellationToken.None);
        }
        await _services.DisposeAsync();
        await _store.DisposeAsync();
    }
}
