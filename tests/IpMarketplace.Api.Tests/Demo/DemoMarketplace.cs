using IpMarketplace.Persistence;
using IpMarketplace.Testing;

namespace IpMarketplace.Api.Tests.Demo;

/// <summary>A server with the demo, started once for all tests that only read.</summary>
public sealed class DemoMarketplace : IAsyncLifetime
{
    private TestMarketplace? _server;

    public TestMarketplace Server => _server!;

    public MarketplaceDbContext Context() => Server.Context();

    public async Task InitializeAsync() => _server = await TestMarketplace.StartAsync(withDemo: true);

    public async Task DisposeAsync() => await Server.DisposeAsync();
}

/// <summary>The tests that share it.</summary>
[CollectionDefinition(Name)]
public sealed class DemoMarketplaceTests : ICollectionFixture<DemoMarketplace>
{
    public const string Name = nameof(DemoMarketplace);
}
