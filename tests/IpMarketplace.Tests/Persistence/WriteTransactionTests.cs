using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Tests.Persistence;

public sealed class WriteTransactionTests
{
    [Fact]
    public async Task What_was_checked_still_holds_when_it_is_saved_GI_12()
    {
        await using var workshop = await Workshop.OpenAsync();

        var created = await Task.WhenAll(Enumerable.Range(0, 32).Select(async number =>
        {
            await using var db = workshop.Context();
            return await db.WriteAsync(async () =>
            {
                if (await db.Jobs.CountAsync() >= 5)
                {
                    return 0;
                }
                await Task.Yield();
                db.Add(Job.Opened($"job {number}"));
                await db.SaveChangesAsync();
                return 1;
            }, CancellationToken.None);
        }));

        Assert.Equal(5, created.Sum());
        await using var after = workshop.Context();
        Assert.Equal(5, await after.Jobs.CountAsync());
    }

    [Fact]
    public async Task A_result_that_does_not_stand_leaves_nothing()
    {
        await using var workshop = await Workshop.OpenAsync();
        await using var db = workshop.Context();

        var answer = await db.WriteAsync(async () =>
        {
            db.Add(Job.Opened("mill"));
            await db.SaveChangesAsync();
            return "refused";
        }, result => result != "refused", CancellationToken.None);

        Assert.Equal("refused", answer);
        Assert.Equal((0, 0, 0), (await db.Jobs.CountAsync(), await db.History.CountAsync(), await db.Changes.CountAsync()));
        Assert.Empty(db.ChangeTracker.Entries());
        Assert.Equal(0, db.LastChange);
    }

    [Fact]
    public async Task What_no_feed_orders_is_written_apart_and_changes_no_aggregate()
    {
        await using var workshop = await Workshop.OpenAsync();
        await using var db = workshop.Context();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => db.WriteApartAsync("a session", async () =>
        {
            db.Add(Job.Opened("mill"));
            return await db.SaveChangesAsync();
        }, CancellationToken.None));

        Assert.Contains("a session", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, await db.Jobs.CountAsync());
    }

    [Fact]
    public async Task A_failure_leaves_nothing_and_frees_the_turn()
    {
        await using var workshop = await Workshop.OpenAsync();
        await using var db = workshop.Context();

        await Assert.ThrowsAsync<FormatException>(() => db.WriteAsync<int>(async () =>
        {
            db.Add(Job.Opened("mill"));
            await db.SaveChangesAsync();
            throw new FormatException();
        }, CancellationToken.None));
        db.Add(Job.Opened("lathe"));
        await db.SaveChangesAsync();

        Assert.Equal(["lathe"], await db.Jobs.Select(job => job.Title).ToListAsync());
    }
}
