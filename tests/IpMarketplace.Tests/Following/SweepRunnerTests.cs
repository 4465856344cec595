using IpMarketplace.Following;
using IpMarketplace.Following.Sweeps;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.ChangeFeed;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Tests.Following;

public sealed class SweepRunnerTests
{
    [Fact]
    public async Task One_bad_item_stops_no_other_and_rests()
    {
        var pricing = new Pricing();
        await using var workshop = await Workshop.OpenAsync(services => services.AddSingleton<ISweep>(pricing));
        await using var db = workshop.Context();
        db.AddRange(Enumerable.Range(0, 120).Select(number => Job.Opened($"job {number}")));
        await db.SaveChangesAsync();
        pricing.Bad = 7;

        await SweepAsync(workshop);
        Assert.Equal([7], await UnpricedAsync(workshop));
        Assert.Equal(1, pricing.FailuresAlone);
        await SweepAsync(workshop);
        Assert.Equal(1, pricing.FailuresAlone);
    }

    [Fact]
    public async Task Only_the_node_that_holds_the_lease_sweeps_until_it_gives_it_back()
    {
        await using var workshop = await Workshop.OpenAsync(services => services.AddSingleton<ISweep>(new Pricing()));
        await using var other = workshop.Beside(services => services.AddSingleton<ISweep>(new Pricing()));
        await SweepAsync(workshop);
        await using var db = workshop.Context();
        db.Add(Job.Opened("new"));
        await db.SaveChangesAsync();

        await SweepAsync(other);
        Assert.Single(await UnpricedAsync(workshop));

        await workshop.Services.GetRequiredService<SweepRunner>().StopAsync(CancellationToken.None);
        await SweepAsync(other);
        Assert.Empty(await UnpricedAsync(workshop));
    }

    [Fact]
    public async Task The_feed_is_trimmed_by_age_but_for_what_a_follower_needs()
    {
        await using var workshop = await Workshop.OpenAsync(new Nobody());
        await using var db = workshop.Context();
        var old = Workshop.Now - TimeSpan.FromDays(31);
        db.AddRange(Enumerable.Range(1, 2500).Select(_ => AChange(old)));
        db.AddRange(AChange(Workshop.Now), AChange(old));
        await db.SaveChangesAsync();
        db.Add(new ParkedChange { Consumer = "nobody", ChangeId = 5, Error = "bad", At = old });
        db.Add(new ConsumerPosition { Consumer = "nobody", Position = 2200 });
        await db.SaveChangesAsync();

        await SweepAsync(workshop);
        Assert.Equal([5, .. Enumerable.Range(2201, 302).Select(id => (long)id)], await db.Changes.OrderBy(change => change.Id).Select(change => change.Id).ToListAsync());

        await db.Set<ParkedChange>().ExecuteDeleteAsync();
        await db.Set<ConsumerPosition>().ExecuteUpdateAsync(row => row.SetProperty(one => one.Position, 2502));
        await SweepAsync(workshop);
        Assert.Equal([2501, 2502], await db.Changes.OrderBy(change => change.Id).Select(change => change.Id).ToListAsync());

        static Change AChange(DateTimeOffset at) => new() { AggregateType = "Job", AggregateId = 1, Events = "JobOpened", At = at };
    }

    [Fact]
    public async Task Idempotency_keys_are_forgotten_by_age()
    {
        await using var workshop = await Workshop.OpenAsync();
        await using var db = workshop.Context();
        db.AddRange(ARecord("old", TimeSpan.FromDays(8)), ARecord("young", TimeSpan.FromDays(6)));
        await db.SaveChangesAsync();

        await SweepAsync(workshop);

        Assert.Equal("young", (await db.Set<IdempotencyRecord>().SingleAsync()).Key);

        static IdempotencyRecord ARecord(string key, TimeSpan age) => new()
        {
            AccountId = 1,
            Key = key,
            Mutation = "m",
            InputHash = "h",
            ResultType = "Job",
            ResultId = 1,
            At = Workshop.Now - age,
        };
    }

    private static Task SweepAsync(Workshop workshop) => workshop.Services.GetRequiredService<SweepRunner>().RunOnceAsync(CancellationToken.None);

    private static async Task<List<long>> UnpricedAsync(Workshop workshop)
    {
        await using var db = workshop.Context();
        return await db.Jobs.Where(job => job.Price == 0).Select(job => job.Id).ToListAsync();
    }

    /// <summary>Gives every job a price; one cannot have any.</summary>
    private sealed class Pricing : ISweep
    {
        public long Bad { get; set; }

        public int FailuresAlone { get; private set; }

        public string Name => "pricing";

        public async Task<IReadOnlyList<long>> FindDueAsync(MarketplaceDbContext db, int atMost, CancellationToken ct) =>
            await db.Set<Job>().Where(job => job.Price == 0).OrderBy(job => job.Id).Select(job => job.Id).Take(atMost).ToListAsync(ct);

        public async Task<int> SweepAsync(MarketplaceDbContext db, IReadOnlyList<long> due, CancellationToken ct)
        {
            if (due.Contains(Bad))
            {
                FailuresAlone += due.Count == 1 ? 1 : 0;
                throw new InvalidOperationException("It has no price.");
            }
            var jobs = await db.Set<Job>().Where(job => due.Contains(job.Id)).ToListAsync(ct);
            jobs.ForEach(job => job.Reprice(10));
            await db.SaveChangesAsync(ct);
            return jobs.Count;
        }
    }

    private sealed class Nobody : IChangeFeedConsumer
    {
        public string Name => "nobody";

        public bool CatchUpBeforeReply => true;

        public Task ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken ct) => Task.CompletedTask;
    }
}
