using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Tests.Persistence;

public sealed class SavingTests
{
    private static readonly Actor Officer = new(7, 3, "request-1");

    [Fact]
    public async Task Writes_row_history_and_feed_together()
    {
        await using var workshop = await Workshop.OpenAsync();
        await using var db = workshop.Context(Officer);
        var job = Job.Opened("mill");
        db.Add(job);

        await db.SaveChangesAsync();

        var history = Assert.Single(await db.History.ToListAsync());
        Assert.Equal(("Job", job.Id, null, "OPEN", "OPEN", "a reason"), (history.AggregateType, history.AggregateId, history.From, history.To, history.Action, history.Reason));
        Assert.Equal((7L, 3L, "request-1", Workshop.Now), (history.ActorId!.Value, history.ActorOrganizationId!.Value, history.RequestId, history.At));
        var change = Assert.Single(await db.Changes.ToListAsync());
        Assert.Equal(("Job", job.Id, "JobOpened", Workshop.Now), (change.AggregateType, change.AggregateId, change.Events, change.At));
        Assert.Equal(change.Id, db.LastChange);
        Assert.Equal(1, job.Version);
        Assert.Empty(job.Events);
        Assert.Empty(job.Transitions);
    }

    [Fact]
    public async Task Writes_nothing_of_a_save_that_fails()
    {
        await using var workshop = await Workshop.OpenAsync();
        await using (var db = workshop.Context())
        {
            db.Add(Job.Opened("mill"));
            await db.SaveChangesAsync();
        }
        await using var second = workshop.Context();
        second.Add(Job.Opened("lathe"));
        second.Add(Job.Opened("mill"));

        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => second.SaveChangesAsync());

        Assert.True(second.IsUniqueViolation(Assert.IsAssignableFrom<System.Data.Common.DbException>(failure.InnerException)));
        Assert.Equal((1, 1, 1), (await second.Jobs.CountAsync(), await second.History.CountAsync(), await second.Changes.CountAsync()));
    }

    [Fact]
    public async Task Refuses_a_state_that_moves_without_a_transition_GI_06()
    {
        await using var workshop = await Workshop.OpenAsync();
        await using var db = workshop.Context();
        var job = Job.Opened("mill");
        db.Add(job);
        await db.SaveChangesAsync();
        job.Jump();

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());

        await using var after = workshop.Context();
        Assert.Equal(JobState.Open, (await after.Jobs.SingleAsync()).State);
        Assert.Equal(1, await after.History.CountAsync());
    }

    [Fact]
    public async Task Notes_the_creation_of_an_aggregate_that_noted_nothing_GI_06()
    {
        await using var workshop = await Workshop.OpenAsync();
        await using var db = workshop.Context();
        db.Add(new Job { Title = "mill" });

        await db.SaveChangesAsync();

        var history = await db.History.SingleAsync();
        Assert.Equal((null, "OPEN", "CREATE"), (history.From, history.To, history.Action));
        Assert.Equal("Changed", (await db.Changes.SingleAsync()).Events);
    }

    [Fact]
    public async Task A_changed_part_changes_its_aggregate()
    {
        await using var workshop = await Workshop.OpenAsync();
        await using var db = workshop.Context();
        var job = Job.Opened("mill");
        job.Parts.Add(new JobPart { Name = "wheel" });
        job.Parts.Add(new JobPart { Name = "belt" });
        db.Add(job);
        await db.SaveChangesAsync();

        job.Parts[0].Name = "gear";
        await db.SaveChangesAsync();
        job.Parts.RemoveAt(0);
        await db.SaveChangesAsync();

        Assert.Equal(3, job.Version);
        Assert.Equal(["JobOpened", "Changed", "Changed"], await db.Changes.OrderBy(change => change.Id).Select(change => change.Events).ToListAsync());
        await using var after = workshop.Context();
        Assert.Equal(["belt"], (await after.Jobs.Include(row => row.Parts).SingleAsync()).Parts.Select(part => part.Name));
    }

    [Fact]
    public async Task A_save_over_a_newer_version_is_refused()
    {
        await using var workshop = await Workshop.OpenAsync();
        await using var first = workshop.Context();
        first.Add(Job.Opened("mill"));
        await first.SaveChangesAsync();
        await using var second = workshop.Context();
        (await second.Jobs.SingleAsync()).Reprice(2);
        (await first.Jobs.SingleAsync()).Reprice(1);
        await first.SaveChangesAsync();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());

        await using var after = workshop.Context();
        Assert.Equal(1m, (await after.Jobs.SingleAsync()).Price);
        Assert.Equal(2, await after.Changes.CountAsync());
    }

    [Fact]
    public async Task Nothing_to_save_writes_nothing()
    {
        await using var workshop = await Workshop.OpenAsync();
        await using var db = workshop.Context();

        Assert.Equal(0, await db.SaveChangesAsync());

        Assert.Equal(0, await db.Changes.CountAsync());
    }
}
