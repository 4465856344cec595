using IpMarketplace.Api;
using IpMarketplace.Api.Demo;
using IpMarketplace.Following;
using IpMarketplace.Following.Sweeps;
using IpMarketplace.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Testing;

/// <summary>The real server on a real port of this machine, with a database of its own and a clock that a test moves.</summary>
public sealed class TestMarketplace : IAsyncDisposable
{
    private readonly TemporaryStore _store;
    private readonly WebApplication _app;

    private TestMarketplace(TemporaryStore store, WebApplication app, FakeClock clock, string password)
    {
        _store = store;
        _app = app;
        Clock = clock;
        Address = new Uri(app.Urls.First());
        Client = new GraphQLClient(Address, clock) { Password = password };
    }

    /// <summary>It stands still until a test moves it.</summary>
    public FakeClock Clock { get; }

    public Uri Address { get; }

    /// <summary>Its database.</summary>
    public TemporaryStore Store => _store;

    /// <summary>Where the server keeps its files.</summary>
    public string DataDirectory => _store.Directory;

    public GraphQLClient Client { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts a server.</summary>
    /// <param name="withDemo">Whether the marketplace is filled with the demo data.</param>
    /// <param name="provider">On which database; without it, on the one of all tests.</param>
    /// <param name="settings">Further settings, such as <c>--Http:MaxRequestBytes=2048</c>.</param>
    /// <param name="configure">What else to replace.</param>
    /// <param name="password">The password of the users it signs in.</param>
    public static async Task<TestMarketplace> StartAsync(
        bool withDemo = false,
        TestProvider? provider = null,
        IEnumerable<string>? settings = null,
        Action<WebApplicationBuilder>? configure = null,
        string password = DemoUsers.Password)
    {
        var store = new TemporaryStore(provider);
        var clock = new FakeClock(TestDatabase.Now);
        var app = MarketplaceServer.Build([.. Settings(store, withDemo), .. settings ?? []], builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(clock);
            configure?.Invoke(builder);
        });
        await MarketplaceServer.PrepareAsync(app, CancellationToken.None);
        await app.StartAsync();
        return new TestMarketplace(store, app, clock, password);
    }

    /// <summary>Asks the server; see <see cref="GraphQLClient.QueryAsync"/>.</summary>
    public Task<Answer> QueryAsync(string document, object? variables = null, string? user = null, string? idempotencyKey = null) =>
        Client.QueryAsync(document, variables, user, idempotencyKey);

    /// <summary>A context of its own; the caller disposes it.</summary>
    public MarketplaceDbContext Context() => Services.GetRequiredService<IDbContextFactory<MarketplaceDbContext>>().CreateDbContext();

    /// <summary>Does the timed work that is due; what it brought can be read everywhere then.</summary>
    public async Task SweepAsync()
    {
        await Services.GetRequiredService<SweepRunner>().RunOnceAsync(CancellationToken.None);
        var progress = Services.GetRequiredService<ChangeFeedProgress>();
        await progress.CatchUpAsync(progress.Head, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _store.DisposeAsync();
    }

    private static IEnumerable<string> Settings(TemporaryStore store, bool withDemo) =>
    [
        "--environment=Development",
        "--Urls=http://127.0.0.1:0",
        $"--Demo:Enabled={withDemo}",
        .. store.Arguments,
        "--Accounts:PasswordIterations=1000",
        "--Sweeps:Interval=1.00:00:00",
        "--Logging:LogLevel:Default=Error",
        TestSettings.KeyCertificate,
        .. TestSettings.Unlimited,
    ];
}
