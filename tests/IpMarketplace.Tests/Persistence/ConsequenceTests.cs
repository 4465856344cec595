using IpMarketplace.Persistence;
using IpMarketplace.Persistence.ChangeFeed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Tests.Persistence;

public sealed class ConsequenceTests
{
    [Fact]
    public async Task What_follows_from_a_change_is_saved_with_it_as_nobodys_act_in_the_same_request()
    {
        await using var workshop = await OpenAsync(new PartsFollow(3));
        await using var db = workshop.Context(new Actor(7, 3, "request-1"));
        db.Add(Job.Opened("job 0"));

        await db.SaveChangesAsync();

        Assert.Equal(["job 0", "job 1", "job 2", "job 3"], await db.Jobs.OrderBy(job => job.Id).Select(job => job.Title).ToListAsync());
        Assert.Equal([7L, null, null, null], await db.History.OrderBy(row => row.Id).Select(row => row.ActorId).ToListAsync());
        Assert.Equal(["request-1"], await db.History.Select(row => row.RequestId).Distinct().ToListAsync());
        Assert.Equal(await db.Changes.MaxAsync(change => change.Id), db.LastChange);
        Assert.Equal(7, db.Actor.AccountId);
    }

    [Fact]
    public async Task A_refused_write_leaves_no_consequences()
    {
        await using var workshop = await OpenAsync(new PartsFollow(3));
        await using var db = workshop.Context();

        await db.WriteAsync(async () =>
        {
            db.Add(Job.Opened("job 0"));
            return await db.SaveChangesAsync();
        }, _ => false, CancellationToken.None);

        Assert.Equal((0, 0), (await db.Jobs.CountAsync(), await db.Changes.CountAsync()));
    }

    [Fact]
    public async Task Consequences_without_end_are_a_fault_that_leaves_nothing()
    {
        await using var workshop = await OpenAsync(new PartsFollow(int.MaxValue));
        await using var db = workshop.Context();
        db.Add(Job.Opened("job 0"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());

        Assert.Equal((0, 0), (await db.Jobs.CountAsync(), await db.Changes.CountAsync()));
    }

    private static Task<Workshop> OpenAsync(IConsequence consequence) => Workshop.OpenAsync(services => services.AddSingleton(consequence));

    /// <summary>After each job another, up to a number.</summary>
    private sealed class PartsFollow(int last) : IConsequence
    {
        public async Task<bool> ApplyAsync(MarketplaceDbContext db, IReadOnlyList<Change> changes, CancellationToken ct)
        {
            var count = await db.Set<Job>().CountAsync(ct);
            if (count > last)
            {
                return false;
            }
            db.Add(Job.Opened($"job {count}"));
            return true;
        }
    }
}
