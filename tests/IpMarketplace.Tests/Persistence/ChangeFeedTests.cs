using System.Collections.Concurrent;
using IpMarketplace.Following;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.ChangeFeed;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Tests.Persistence;

public sealed class ChangeFeedTests
{
    [Fact]
    public async Task No_change_is_skipped_under_parallel_writers()
    {
        var follower = new Follower();
        await using var workshop = await Workshop.OpenAsync(follower);
        await workshop.FollowAsync();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(async number =>
        {
            await using var db = workshop.Context();
            await db.WriteAsync(async () =>
            {
                db.Add(Job.Opened($"job {number}"));
                await db.SaveChangesAsync();
                await Task.Yield();
                return number;
            }, CancellationToken.None);
        }));
        await using var after = workshop.Context();
        var committed = await after.Changes.OrderBy(change => change.Id).Select(change => change.Id).ToListAsync();
        Assert.True(await workshop.Progress.CatchUpAsync(committed[^1], CancellationToken.None));

        Assert.Equal(40, committed.Count);
        Assert.Equal(committed, follower.Consumed);
    }

    [Fact]
    public async Task A_slow_commit_is_not_overtaken_by_a_fast_one()
    {
        var follower = new Follower();
        await using var workshop = await Workshop.OpenAsync(follower);
        await workshop.FollowAsync();
        var saved = new TaskCompletionSource();
        var mayCommit = new TaskCompletionSource();
        await using var slow = workshop.Context();
        var slowWrite = slow.WriteAsync(async () =>
        {
            slow.Add(Job.Opened("slow"));
            await slow.SaveChangesAsync();
            saved.SetResult();
            await mayCommit.Task;
            return 0;
        }, CancellationToken.None);
        await saved.Task;

        await using var fast = workshop.Context();
        fast.Add(Job.Opened("fast"));
        var fastWrite = fast.SaveChangesAsync();
        Assert.False(fastWrite.IsCompleted);
        mayCommit.SetResult();
        await Task.WhenAll(slowWrite, fastWrite);
        Assert.True(await workshop.Progress.CatchUpAsync(fast.LastChange, CancellationToken.None));

        Assert.True(slow.LastChange < fast.LastChange);
        Assert.Equal([slow.LastChange, fast.LastChange], follower.Consumed);
    }

    [Fact]
    public async Task A_change_that_cannot_be_digested_is_parked_and_the_others_go_on()
    {
        var follower = new Follower { Poison = 2 };
        await using var workshop = await Workshop.OpenAsync(follower);
        await using var db = workshop.Context();
        await workshop.FollowAsync();
        db.AddRange(Job.Opened("a"), Job.Opened("b"), Job.Opened("c"));
        await db.SaveChangesAsync();

        Assert.True(await workshop.Progress.CatchUpAsync(db.LastChange, CancellationToken.None));

        Assert.Equal([1, 3], follower.Consumed);
        var parked = await db.Set<ParkedChange>().SingleAsync();
        Assert.Equal(("follower", 2L), (parked.Consumer, parked.ChangeId));
        Assert.Contains("indigestible", parked.Error, StringComparison.Ordinal);
        Assert.Equal(4, follower.AttemptsAtPoison);
    }

    [Fact]
    public async Task A_lasting_follower_goes_on_where_it_stood()
    {
        var follower = new Follower();
        await using var workshop = await Workshop.OpenAsync(follower);
        await using var db = workshop.Context();
        db.AddRange(Job.Opened("a"), Job.Opened("b"));
        await db.SaveChangesAsync();
        db.Add(new ConsumerPosition { Consumer = "follower", Position = 1 });
        await db.SaveChangesAsync();

        await workshop.FollowAsync();
        Assert.True(await workshop.Progress.CatchUpAsync(2, CancellationToken.None));

        Assert.Equal([2], follower.Consumed);
    }

    [Fact]
    public async Task A_follower_in_memory_is_rebuilt_before_it_follows()
    {
        var follower = new MemoryFollower();
        await using var workshop = await Workshop.OpenAsync(follower);
        await using var db = workshop.Context();
        db.AddRange(Job.Opened("a"), Job.Opened("b"));
        await db.SaveChangesAsync();
        Assert.False(workshop.Progress.IsReady);

        await workshop.FollowAsync();
        Assert.True(workshop.Progress.IsReady);
        db.Add(Job.Opened("c"));
        await db.SaveChangesAsync();
        Assert.True(await workshop.Progress.CatchUpAsync(db.LastChange, CancellationToken.None));

        Assert.Equal(1, follower.Rebuilds);
        Assert.Equal([3], follower.Consumed);
        Assert.Equal(0, await db.Set<ConsumerPosition>().CountAsync());
    }

    [Fact]
    public async Task A_change_is_announced_only_when_every_follower_has_taken_it_in()
    {
        var slow = new SlowFollower();
        var announcer = new Announcer();
        await using var workshop = await Workshop.OpenAsync(slow, announcer);
        await workshop.FollowAsync();
        await using var db = workshop.Context();
        db.Add(Job.Opened("news"));
        await db.SaveChangesAsync();

        await slow.Began.Task;
        Assert.False(announcer.Announced.Task.IsCompleted);
        slow.MayEnd.SetResult();

        Assert.Equal(db.LastChange, await announcer.Announced.Task.WaitAsync(TimeSpan.FromMinutes(1)));
        Assert.True(await workshop.Progress.CatchUpAsync(db.LastChange, CancellationToken.None));
    }

    private sealed class SlowFollower : IChangeFeedConsumer
    {
        public TaskCompletionSource Began { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource MayEnd { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => "slow";

        public bool CatchUpBeforeReply => true;

        public Task ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken ct)
        {
            Began.TrySetResult();
            return MayEnd.Task.WaitAsync(ct);
        }
    }

    private sealed class Announcer : IAnnouncer
    {
        public TaskCompletionSource<long> Announced { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => "announcer";

        public Task ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken ct)
        {
            Announced.TrySetResult(changes[^1].Id);
            return Task.CompletedTask;
        }
    }

    private class Follower : IChangeFeedConsumer
    {
        private readonly ConcurrentQueue<long> _consumed = [];

        public long Poison { get; init; }

        public int AttemptsAtPoison { get; private set; }

        public IEnumerable<long> Consumed => _consumed.Distinct();

        public string Name => "follower";

        public bool CatchUpBeforeReply => true;

        public Task ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken ct)
        {
            foreach (var change in changes)
            {
                if (change.Id == Poison)
                {
                    AttemptsAtPoison++;
                    throw new InvalidOperationException("indigestible");
                }
                _consumed.Enqueue(change.Id);
            }
            return Task.CompletedTask;
        }
    }

    private sealed class MemoryFollower : Follower, IInMemoryConsumer
    {
        public int Rebuilds { get; private set; }

        public Task<FeedMark> RebuildAsync(FeedMark head, CancellationToken ct)
        {
            Rebuilds++;
            return Task.FromResult(head);
        }
    }
}
