using System.Data.Common;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Providers.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Tests.Persistence;

/// <summary>What is sent to SQL Server to take a write turn, seen where the driver would send it.</summary>
public sealed class SqlServerLockTests
{
    [Fact]
    public async Task Writers_that_the_feed_orders_wait_for_one_lock_that_ends_with_their_transaction()
    {
        var sent = await SentAsync(null, null);

        Assert.Contains("EXEC @granted = sp_getapplock @Resource = @p2, @LockMode = N'Exclusive', @LockOwner = N'Transaction'", sent.Text, StringComparison.Ordinal);
        Assert.Contains("IF @granted < 0 THROW", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("INSERT", sent.Text, StringComparison.Ordinal);
        Assert.Equal("IpMarketplace.Write", sent.Values["@p2"]);
    }

    [Fact]
    public async Task Writers_apart_wait_for_those_of_their_subject()
    {
        var ofOne = (await SentAsync("session 1", null)).Values["@p2"];
        var ofAnother = (await SentAsync($"attempts under {new string('A', 256)}", null)).Values["@p2"];

        Assert.Equal(ofOne, (await SentAsync("session 1", null)).Values["@p2"]);
        Assert.Equal(3, new[] { "IpMarketplace.Write", ofOne, ofAnother }.Distinct().Count());
        Assert.InRange(Assert.IsType<string>(ofAnother).Length, 1, 255);
    }

    [Fact]
    public async Task The_name_of_a_write_is_noted_once_in_the_same_round_trip()
    {
        var name = Guid.NewGuid();

        var sent = await SentAsync(null, name);

        Assert.True(sent.Text.IndexOf("sp_getapplock", StringComparison.Ordinal) < sent.Text.IndexOf("INSERT INTO CommittedWrites", StringComparison.Ordinal));
        Assert.Contains("WHERE NOT EXISTS (SELECT 1 FROM CommittedWrites WHERE Id = @p0)", sent.Text, StringComparison.Ordinal);
        Assert.Equal(name, sent.Values["@p0"]);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public async Task A_name_that_was_noted_before_says_that_the_write_was_committed(int inserted, bool isNew)
    {
        await using var services = Services(new Wire(inserted));
        await using var db = Context(services);

        Assert.Equal(isNew, await db.LockForWritingAsync(null, Guid.NewGuid(), CancellationToken.None));
    }

    private static async Task<(string Text, Dictionary<string, object?> Values)> SentAsync(string? subject, Guid? name)
    {
        var wire = new Wire(1);
        await using var services = Services(wire);
        await using var db = Context(services);
        await db.LockForWritingAsync(subject, name, CancellationToken.None);
        return Assert.Single(wire.Sent);
    }

    private static ServiceProvider Services(Wire wire) => new ServiceCollection()
        .AddLogging()
        .AddPersistence(new DatabaseSettings { Provider = DatabaseSettings.SqlServer, ConnectionString = "Server=nowhere.invalid" })
        .ConfigureDbContext<SqlServerMarketplaceDbContext>(options => options.AddInterceptors(wire, new NoDoor()))
        .BuildServiceProvider();

    private static MarketplaceDbContext Context(ServiceProvider services) => services.GetRequiredService<IDbContextFactory<MarketplaceDbContext>>().CreateDbContext();

    /// <summary>Takes down what would be sent and answers for the server.</summary>
    private sealed class Wire(int rows) : DbCommandInterceptor
    {
        public List<(string Text, Dictionary<string, object?> Values)> Sent { get; } = [];

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Sent.Add((command.CommandText, command.Parameters.Cast<DbParameter>().ToDictionary(parameter => parameter.ParameterName, parameter => parameter.Value)));
            return new(InterceptionResult<int>.SuppressWithResult(rows));
        }
    }

    private sealed class NoDoor : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            new(InterceptionResult.Suppress());
    }
}
