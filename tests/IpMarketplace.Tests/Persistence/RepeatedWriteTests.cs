using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Tests.Persistence;

/// <summary>A write whose connection breaks has one effect, wherever it breaks.</summary>
public sealed class RepeatedWriteTests
{
    [Fact]
    public async Task A_commit_whose_acknowledgement_is_lost_is_not_done_again()
    {
        var connection = new FaultyConnection();
        await using var workshop = await Workshop.OpenAsync(connection.Configure);
        await using var db = workshop.Context();
        connection.LostAcknowledgements = 1;
        var runs = 0;

        var job = await OpenAsync(db, () => runs++);

        await using var after = workshop.Context();
        Assert.Equal((1, 1, 1), (runs, await after.Jobs.CountAsync(), await after.Changes.CountAsync()));
        Assert.Equal((job.Id, db.LastChange), ((await after.Jobs.SingleAsync()).Id, (await after.Changes.SingleAsync()).Id));
    }

    [Fact]
    public async Task A_commit_that_never_arrived_is_done_again_from_the_start()
    {
        var connection = new FaultyConnection();
        await using var workshop = await Workshop.OpenAsync(connection.Configure);
        await using var db = workshop.Context();
        connection.LostCommits = 2;
        List<int> tracked = [];

        await OpenAsync(db, () => tracked.Add(db.ChangeTracker.Entries().Count()));

        Assert.Equal([0, 0, 0], tracked);
        await using var after = workshop.Context();
        Assert.Equal((1, 1, 1), (await after.Jobs.CountAsync(), await after.History.CountAsync(), await after.Changes.CountAsync()));
        Assert.Equal((await after.Changes.SingleAsync()).Id, db.LastChange);
    }

    [Fact]
    public async Task Every_fault_in_turn_leaves_one_effect()
    {
        var connection = new FaultyConnection();
        await using var workshop = await Workshop.OpenAsync(connection.Configure);
        await using var db = workshop.Context();
        connection.LostCommits = 1;
        connection.LostAcknowledgements = 1;

        await OpenAsync(db, () => { });
        await OpenAsync(db, () => { }, "lathe");

        await using var after = workshop.Context();
        Assert.Equal((2, 2, 2), (await after.Jobs.CountAsync(), await after.Changes.CountAsync(), await after.Set<CommittedWrite>().CountAsync()));
    }

    private static Task<Job> OpenAsync(WorkshopContext db, Action onRun, string title = "mill") => db.WriteAsync(async () =>
    {
        onRun();
        var job = Job.Opened(title);
        db.Add(job);
        await db.SaveChangesAsync();
        return job;
    }, CancellationToken.None);
}
