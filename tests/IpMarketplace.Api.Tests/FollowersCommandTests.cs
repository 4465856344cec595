using IpMarketplace.Following;
using IpMarketplace.Persistence.ChangeFeed;
using IpMarketplace.Testing;

namespace IpMarketplace.Api.Tests;

public sealed class FollowersCommandTests
{
    [Fact]
    public async Task Parked_changes_are_seen_listed_and_tried_again()
    {
        await using var market = await TestMarketplace.StartAsync();
        await using var db = market.Context();
        var change = db.Add(new Change { AggregateType = "Patent", AggregateId = 1, Events = "PatentChanged", At = market.Clock.Now }).Entity;
        await db.SaveChangesAsync();
        db.AddRange(
            new ConsumerPosition { Consumer = "elsewhere" },
            new ParkedChange { Consumer = "announce-changes", ChangeId = change.Id, Error = "It was the database.\n   at somewhere", At = market.Clock.Now },
            new ParkedChange { Consumer = "gone", ChangeId = change.Id, Error = "It is no more.", At = market.Clock.Now });
        await db.SaveChangesAsync();

        var ready = await market.Client.Http.GetStringAsync("/health/ready");
        Assert.Contains("\"Degraded\"", ready, StringComparison.Ordinal);
        Assert.Contains("\"parked\":2", ready, StringComparison.Ordinal);

        var (exitCode, listed) = await RunAsync(market, "list");
        Assert.Equal(0, exitCode);
        Assert.Contains("elsewhere: kept at 0,", listed, StringComparison.Ordinal);
        Assert.Contains($"announce-changes change {change.Id} since 2026-03-02 04:00:00Z: It was the database.", listed, StringComparison.Ordinal);

        (exitCode, var retried) = await RunAsync(market, "retry", "--follower=announce-changes");
        Assert.Equal(0, exitCode);
        Assert.Contains($"announce-changes change {change.Id}: digested.", retried, StringComparison.Ordinal);

        (exitCode, retried) = await RunAsync(market, "retry");
        Assert.Equal(1, exitCode);
        Assert.Contains("This build has no follower named gone.", retried, StringComparison.Ordinal);
        Assert.Contains("Parked changes that remain: 1.", retried, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output)> RunAsync(TestMarketplace market, params string[] arguments) =>
        ServerProcess.RunAsync(["followers", .. arguments, "--environment=Development", .. market.Store.Arguments]);
}
