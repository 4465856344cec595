using System.Diagnostics;
using IpMarketplace.Api.Tests.Licensing;
using IpMarketplace.Following;
using Microsoft.Extensions.DependencyInjection;
using static IpMarketplace.Api.Tests.Licensing.OpenPathMarket;

namespace IpMarketplace.Api.Tests.OpenLicensing;

/// <summary>What a change costs the database, everything that follows it included.</summary>
public sealed class StatementsOfAChangeTests
{
    [Fact]
    public async Task The_revision_of_a_draft_takes_at_most_eight_statements_in_all()
    {
        // The reader looks for other nodes' changes only once here, so that every statement that is heard belongs to the revisions.
        var market = new OpenPathMarket { Settings = ["--ChangeFeed:PollInterval=1.00:00:00", "--ChangeFeed:KeepPositionsEvery=1.00:00:00"] };
        try
        {
            await market.InitializeAsync();
            var listing = await market.DoAsync("openLicensing/createListing", new { patentId = await market.APatentAsync(), mode = "OPEN_LICENCE", content = Content() }, Officer);
            await ReviseAsync(market, listing.Text("id"), 0);
            var before = await CountAtRestAsync(market);

            for (var number = 1; number <= 5; number++)
            {
                await ReviseAsync(market, listing.Text("id"), number);
            }

            var sent = market.Statements.AllOf(market.Server.Store).Skip(before).ToList();
            Assert.True(sent.Count <= 5 * 8, $"{sent.Count / 5.0} statements a revision:\n{string.Join("\n\n", sent)}");
            Assert.DoesNotContain(sent, statement => statement.Contains("FROM \"Changes\"", StringComparison.Ordinal) || statement.Contains("ConsumerPositions", StringComparison.Ordinal));
        }
        finally
        {
            await market.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_idle_node_asks_at_most_twice_a_second()
    {
        var market = new OpenPathMarket();
        try
        {
            await market.InitializeAsync();
            var progress = market.Server.Services.GetRequiredService<ChangeFeedProgress>();
            await market.DoAsync("openLicensing/createListing", new { patentId = await market.APatentAsync(), mode = "OPEN_LICENCE", content = Content() }, Officer);
            Assert.True(await progress.CatchUpAsync(progress.Head, CancellationToken.None));

            // The first round of timed work may still be under way, so that the first looks may show more.
            for (var look = 0; look < 5; look++)
            {
                var before = market.Statements.AllOf(market.Server.Store).Count;
                var watch = Stopwatch.StartNew();
                await Task.Delay(TimeSpan.FromSeconds(2));
                if (market.Statements.AllOf(market.Server.Store).Count - before <= (2 * watch.Elapsed.TotalSeconds) + 1)
                {
                    return;
                }
            }
            Assert.Fail($"It asks more often:\n{string.Join("\n\n", market.Statements.AllOf(market.Server.Store).TakeLast(20))}");
        }
        finally
        {
            await market.DisposeAsync();
        }
    }

    private static async Task<int> CountAtRestAsync(OpenPathMarket market)
    {
        while (true)
        {
            var before = market.Statements.AllOf(market.Server.Store).Count;
            await Task.Delay(TimeSpan.FromMilliseconds(500));
            if (market.Statements.AllOf(market.Server.Store).Count == before)
            {
                return before;
            }
        }
    }

    private static Task<System.Text.Json.JsonElement> ReviseAsync(OpenPathMarket market, string listingId, int number) =>
        market.DoAsync("openLicensing/reviseListing", new { listingId, content = Content($"标题 {number}") }, Officer);
}
