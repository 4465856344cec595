using IpMarketplace.Persistence;
using IpMarketplace.Testing.StandIn;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Tests.Persistence;

/// <summary>What a start says about a server of SQL Server, and what is sent to it.</summary>
public sealed class ServerInspectionTests
{
    private const int Yes = 1;

    [Theory]
    [InlineData(1, 160, 0, "")]
    [InlineData(0, 160, 0, "READ_COMMITTED_SNAPSHOT is off in Market, so readers wait behind the one who writes")]
    [InlineData(1, 130, 0, "The compatibility level of Market is 130, while statements are written for 150")]
    [InlineData(1, 160, 7, "The server's clock is 7.0 seconds ahead of this node's")]
    [InlineData(1, 160, -3, "The server's clock is 3.0 seconds behind this node's")]
    [InlineData(1, 160, 2, "")]
    public async Task What_is_wrong_with_the_server_is_said_in_a_sentence(int snapshot, int level, int secondsAhead, string begins)
    {
        var concerns = await ConcernsAsync(State(snapshot, level, secondsAhead));

        Assert.Equal(begins.Length > 0, concerns.Count > 0);
        Assert.All(concerns, concern => Assert.StartsWith(begins, concern, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rights_that_are_missing_are_named_and_those_for_migrating_only_to_a_node_that_migrates()
    {
        object?[] state = ["Market", Yes, 160, Clock.Now.ToUnixTimeMilliseconds(), Yes, 0, Yes, null, 0, 0];

        var migrating = await ConcernsAsync(state);
        var serving = await ConcernsAsync(state, migrates: false);

        Assert.StartsWith("The login may not INSERT, DELETE in Market", Assert.Single(serving), StringComparison.Ordinal);
        Assert.Equal(2, migrating.Count);
        Assert.StartsWith("The login may not CREATE TABLE, ALTER in Market", migrating[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_cannot_be_looked_at_keeps_nobody_from_starting()
    {
        await using var server = SqlServerStandIn.Start().On("sys.databases", _ => TdsAnswer.Error(229, "The SELECT permission was denied."));

        var concern = Assert.Single(await ConcernsAsync(server, migrates: true));

        Assert.Equal("The server could not be looked at: The SELECT permission was denied.", concern);
    }

    private static Testing.FakeClock Clock { get; } = new(Testing.TestDatabase.Now);

    private static object?[] State(int snapshot, int level, int secondsAhead) =>
        ["Market", snapshot, level, Clock.Now.AddSeconds(secondsAhead).ToUnixTimeMilliseconds(), Yes, Yes, Yes, Yes, Yes, Yes];

    private static async Task<IReadOnlyList<string>> ConcernsAsync(object?[] state, bool migrates = true)
    {
        await using var server = SqlServerStandIn.Start().On("sys.databases", _ => TdsAnswer.Rows([.. state.Select((_, index) => $"c{index}")], state));
        return await ConcernsAsync(server, migrates);
    }

    private static async Task<IReadOnlyList<string>> ConcernsAsync(SqlServerStandIn server, bool migrates)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddPersistence(new DatabaseSettings { Provider = DatabaseSettings.SqlServer, ConnectionString = server.ConnectionString, Migrate = migrates });
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<DatabaseInitializer>().ConcernsAsync(CancellationToken.None);
    }
}
