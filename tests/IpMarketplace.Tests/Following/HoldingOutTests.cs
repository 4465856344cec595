using System.Collections.Concurrent;
using IpMarketplace.Following;
using IpMarketplace.Persistence.ChangeFeed;
using IpMarketplace.Tests.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Tests.Following;

/// <summary>What followers of the feed do when something fails, stops, or is restored.</summary>
public sealed class HoldingOutTests
{
    private static readonly SqliteException Busy = new("database is locked", 5);

    [Fact]
    public async Task A_database_that_is_away_parks_nothing_however_long_it_takes()
    {
        var follower = new Recorder();
        var failures = 0;
        follower.Before = _ => ++failures <= 30 ? throw new DbUpdateException("not now", Busy) : Task.CompletedTask;
        await using var workshop = await Workshop.OpenAsync(follower);
        await workshop.FollowAsync();

        var last = await OpenJobsAsync(workshop, 3);
        Assert.True(await workshop.Progress.CatchUpAsync(last, CancellationToken.None));

        Assert.Equal([1, 2, 3], follower.Consumed);
        Assert.True(failures > 30);
        Assert.Empty(await workshop.Services.GetRequiredService<ParkedChanges>().ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_was_not_digested_is_never_kept_as_done()
    {
        var begun = new TaskCompletionSource();
        var interrupted = new Recorder { Before = async ct => { begun.TrySetResult(); await Task.Delay(Timeout.Infinite, ct); } };
        await using var workshop = await Workshop.OpenAsync(
            services => services.AddSingleton(Workshop.Quickly with { KeepPositionsEvery = TimeSpan.FromMilliseconds(1) }), interrupted);
        await workshop.FollowAsync();
        await OpenJobsAsync(workshop, 2);
        await begun.Task;
        await workshop.StopFollowingAsync();

        await using var db = workshop.Context();
        Assert.Equal(0, (await db.Set<ConsumerPosition>().SingleAsync()).Position);

        var next = new Recorder();
        await using var after = workshop.Beside(null, next);
        await after.FollowAsync();
        Assert.True(await after.Progress.CatchUpAsync(2, CancellationToken.None));
        Assert.Equal([1, 2], next.Consumed);
        await after.StopFollowingAsync();
        Assert.Equal(2, (await db.Set<ConsumerPosition>().AsNoTracking().SingleAsync()).Position);
    }

    [Fact]
    public async Task A_follower_that_is_new_begins_at_the_head()
    {
        var follower = new Recorder();
        await using var workshop = await Workshop.OpenAsync(follower);
        await OpenJobsAsync(workshop, 3);
        await workshop.FollowAsync();

        Assert.True(await workshop.Progress.CatchUpAsync(await OpenJobsAsync(workshop, 1), CancellationToken.None));

        Assert.Equal([4], follower.Consumed);
    }

    [Fact]
    public async Task A_parked_change_is_digested_when_it_is_tried_again_and_can_be()
    {
        var follower = new Recorder { Before = _ => throw new InvalidOperationException("indigestible") };
        await using var workshop = await Workshop.OpenAsync(follower);
        await workshop.FollowAsync();
        Assert.True(await workshop.Progress.CatchUpAsync(await OpenJobsAsync(workshop, 1), CancellationToken.None));
        var parked = workshop.Services.GetRequiredService<ParkedChanges>();
        var row = Assert.Single(await parked.ListAsync(CancellationToken.None));

        Assert.Equal("indigestible", await parked.RetryAsync(row, CancellationToken.None));
        Assert.Equal(1, await parked.CountAsync(CancellationToken.None));

        follower.Before = _ => Task.CompletedTask;
        Assert.Null(await parked.RetryAsync(row, CancellationToken.None));
        Assert.Equal(0, await parked.CountAsync(CancellationToken.None));
        Assert.Equal([1], follower.Consumed);
    }

    [Fact]
    public async Task What_a_follower_in_memory_could_not_take_in_is_tried_again_by_itself()
    {
        var follower = new Memory();
        var isWell = false;
        follower.Before = _ => isWell ? Task.CompletedTask : throw new InvalidOperationException("not yet");
        await using var workshop = await Workshop.OpenAsync(follower);
        await workshop.FollowAsync();
        Assert.True(await workshop.Progress.CatchUpAsync(await OpenJobsAsync(workshop, 1), CancellationToken.None));
        Assert.Empty(follower.Consumed);
        Assert.Equal(1, workshop.Progress.States.Single().SetAside);

        isWell = true;

        await Until(() => workshop.Progress.States.Single().SetAside == 0);
        Assert.Equal([1], follower.Consumed);
    }

    [Fact]
    public async Task An_answer_does_not_wait_for_the_long_row_that_another_node_left()
    {
        var (begun, mayGoOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var follower = new Recorder { Before = async ct => { begun.TrySetResult(); await mayGoOn.Task.WaitAsync(ct); } };
        await using var workshop = await Workshop.OpenAsync(services => services.AddSingleton(Workshop.Quickly with { BatchSize = 2 }), follower);
        await workshop.FollowAsync();
        await workshop.StopFollowingAsync();
        await using var other = workshop.Beside();
        await OpenJobsAsync(other, 20);
        await workshop.FollowAsync();
        await begun.Task;

        var own = await OpenJobsAsync(workshop, 1);
        var answer = workshop.Progress.CatchUpAsync(own, CancellationToken.None);
        mayGoOn.SetResult();
        Assert.True(await answer);
        await Until(() => workshop.Progress.States.Single().Position >= own);

        Assert.True(follower.InOrderOfCalls.IndexOf(own) < 10);
        Assert.Equal(Enumerable.Range(1, 21).Select(id => (long)id), follower.Consumed.Order());
    }

    [Fact]
    public async Task Two_processes_on_one_database_miss_nothing_of_each_other()
    {
        var (here, there) = (new Recorder(), new Recorder());
        await using var workshop = await Workshop.OpenAsync(here);
        await using var other = workshop.Beside(null, there);
        await workshop.FollowAsync();
        await other.FollowAsync();

        await Task.WhenAll(Enumerable.Range(0, 30).Select(number => OpenJobsAsync(number % 2 == 0 ? workshop : other, 1)));
        Assert.True(await workshop.Progress.CatchUpAsync(30, CancellationToken.None));
        Assert.True(await other.Progress.CatchUpAsync(30, CancellationToken.None));

        Assert.Equal(Enumerable.Range(1, 30).Select(id => (long)id), here.Consumed);
        Assert.Equal(Enumerable.Range(1, 30).Select(id => (long)id), there.Consumed);
    }

    [Fact]
    public async Task A_database_restored_to_an_earlier_hour_is_noticed_and_memory_read_anew()
    {
        var (lasting, memory) = (new Recorder(), new Memory());
        await using var workshop = await Workshop.OpenAsync(lasting, memory);
        await workshop.FollowAsync();
        Assert.True(await workshop.Progress.CatchUpAsync(await OpenJobsAsync(workshop, 5), CancellationToken.None));
        Assert.Equal(1, memory.Rebuilds);

        // What the last two changes did is gone, and other work stands in their place.
        await using var db = workshop.Context();
        await db.Database.ExecuteSqlRawAsync(
            """
            BEGIN IMMEDIATE;
            DELETE FROM Changes WHERE Id > 3;
            UPDATE sqlite_sequence SET seq = 3 WHERE name = 'Changes';
            UPDATE ConsumerPositions SET Position = 3;
            COMMIT;
            """);
        await Until(() => memory.Rebuilds == 2 && workshop.Progress is { IsReady: true, Head: 3 });
        Assert.All(workshop.Progress.States, state => Assert.Equal(3, state.Position));

        Assert.True(await workshop.Progress.CatchUpAsync(await OpenJobsAsync(workshop, 1, "again"), CancellationToken.None));
        Assert.Equal([1, 2, 3, 4, 5, 4], lasting.InOrderOfCalls);
        await workshop.StopFollowingAsync();
        Assert.Equal(4, (await db.Set<ConsumerPosition>().AsNoTracking().SingleAsync()).Position);
    }

    private static async Task<long> OpenJobsAsync(Workshop workshop, int count, string name = "job")
    {
        await using var db = workshop.Context();
        for (var number = 0; number < count; number++)
        {
            db.Add(Job.Opened($"{name} {Guid.NewGuid()}"));
            await db.SaveChangesAsync();
        }
        return db.LastChange;
    }

    private static async Task Until(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!condition())
        {
            await Task.Delay(10, limit.Token);
        }
    }

    private class Recorder : IChangeFeedConsumer
    {
        private readonly ConcurrentQueue<long> _consumed = [];

        public Func<CancellationToken, Task> Before { get; set; } = _ => Task.CompletedTask;

        public List<long> InOrderOfCalls => [.. _consumed];

        public IEnumerable<long> Consumed => _consumed.Distinct();

        public string Name => "recorder" + (this is IInMemoryConsumer ? " in memory" : "");

        public bool CatchUpBeforeReply => true;

        public async Task ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken ct)
        {
            await Before(ct);
            foreach (var change in changes)
            {
                _consumed.Enqueue(change.Id);
            }
        }
    }

    private sealed class Memory : Recorder, IInMemoryConsumer
    {
        public int Rebuilds { get; private set; }

        public Task<FeedMark> RebuildAsync(FeedMark head, CancellationToken ct)
        {
            Rebuilds++;
            return Task.FromResult(head);
        }
    }
}
