using IpMarketplace.GraphQL.DataLoading;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Tests.DataLoading;

public sealed class DataLoaderTests
{
    [Fact]
    public async Task Asks_for_the_keys_of_one_turn_in_one_batch_and_for_each_key_once()
    {
        var scheduler = new ManualScheduler();
        var loader = new Squares(scheduler);

        var loads = new[] { loader.LoadAsync(2), loader.LoadAsync(3), loader.LoadAsync(2) };
        scheduler.RunDry();

        var values = await Task.WhenAll(loads);
        Assert.Equal([4, 9, 4], values);
        Assert.Equal(["2,3"], loader.Batches);
        Assert.Equal(9, await loader.LoadAsync(3));
        Assert.Single(loader.Batches);
    }

    [Fact]
    public async Task Cuts_batches_at_the_largest_size()
    {
        var scheduler = new ManualScheduler();
        var loader = new Squares(scheduler, new DataLoaderOptions { MaxBatchSize = 2 });

        var loads = loader.LoadAsync([1, 2, 3, 4, 5]);
        scheduler.RunDry();

        Assert.Equal([1, 4, 9, 16, 25], await loads);
        Assert.Equal(["1,2", "3,4", "5"], loader.Batches);
    }

    [Fact]
    public async Task A_failing_batch_fails_every_key_of_it_and_no_other()
    {
        var scheduler = new ManualScheduler();
        var loader = new Squares(scheduler, new DataLoaderOptions { MaxBatchSize = 2 });

        Task<int>[] failing = [loader.LoadAsync(-1), loader.LoadAsync(1)];
        var well = loader.LoadAsync(4);
        scheduler.RunDry();

        foreach (var load in failing)
        {
            Assert.Equal("negative", (await Assert.ThrowsAsync<InvalidOperationException>(() => load)).Message);
        }
        Assert.Equal(16, await well);
    }

    [Fact]
    public async Task A_required_value_that_is_missing_is_a_fault_that_names_loader_and_key()
    {
        var scheduler = new ManualScheduler();
        var (there, missing) = (new Squares(scheduler).LoadRequiredAsync(3), new Names(scheduler).LoadRequiredAsync(9));
        scheduler.RunDry();

        Assert.Equal(9, await there);
        Assert.Equal("Names found nothing for the key 9.", (await Assert.ThrowsAsync<KeyNotFoundException>(() => missing)).Message);
    }

    [Fact]
    public async Task Keys_asked_for_while_values_are_delivered_share_the_next_batch()
    {
        var scheduler = new ManualScheduler();
        var loader = new Squares(scheduler);
        async Task<int> Twice(int key) => await loader.LoadAsync(await loader.LoadAsync(key));

        var loads = new[] { Twice(2), Twice(3), Twice(5) };
        scheduler.RunDry();

        var values = await Task.WhenAll(loads);
        Assert.Equal([16, 81, 625], values);
        Assert.Equal(["2,3,5", "4,9,25"], loader.Batches);
    }

    [Fact]
    public async Task A_key_without_a_value_is_null_and_a_group_without_rows_is_empty()
    {
        var scheduler = new ManualScheduler();
        var names = new Names(scheduler);
        var words = new Words(scheduler);

        var (name, group, none) = (names.LoadAsync(9), words.LoadAsync('a'), words.LoadAsync('z'));
        scheduler.RunDry();

        Assert.Null(await name);
        Assert.Equal("apple, ant", string.Join(", ", (await group)!));
        Assert.Empty((await none)!);
    }

    [Fact]
    public async Task Batches_of_one_loader_never_run_at_the_same_time()
    {
        var scheduler = new ManualScheduler();
        var loader = new Slow(scheduler);

        var first = loader.LoadAsync(1);
        scheduler.RunDry();
        var second = loader.LoadAsync(2);
        scheduler.RunDry();
        Assert.Equal(1, loader.Begun);
        loader.Finish.SetResult();

        Assert.Equal(1, await first);
        Assert.Equal(2, await second);
        Assert.Equal(2, loader.Begun);
    }

    [Fact]
    public async Task Each_loader_has_a_service_scope_of_its_own_which_ends_with_the_request()
    {
        var services = new ServiceCollection().AddDataLoader<First>().AddDataLoader<Second>().AddScoped<Connection>().BuildServiceProvider();
        Connection[] connections;
        await using (var request = services.CreateAsyncScope())
        {
            var loaders = request.ServiceProvider.GetRequiredService<DataLoaderScope>();
            var first = loaders.GetDataLoader<First>();
            var second = loaders.GetDataLoader<Second>();
            connections = [first.Connection, second.Connection, request.ServiceProvider.GetRequiredService<Connection>()];

            Assert.Same(first, request.ServiceProvider.GetRequiredService<First>());
            Assert.Same(first, second.First);
            Assert.Equal(3, connections.Distinct().Count());
            Assert.Equal(7, await first.LoadAsync(7));
        }
        Assert.All(connections, connection => Assert.True(connection.Closed));
    }

    private sealed class ManualScheduler : IBatchScheduler
    {
        private readonly Queue<Action> _work = new();
        private volatile bool _dry;

        public CancellationToken Aborted => CancellationToken.None;

        public void Schedule(Action startBatch) => _work.Enqueue(startBatch);

        public void Deliver(Action deliver)
        {
            if (_dry)
            {
                deliver();
                return;
            }
            _work.Enqueue(deliver);
        }

        public void RunDry()
        {
            _dry = false;
            while (_work.TryDequeue(out var work))
            {
                work();
            }
            _dry = true;
        }
    }

    private sealed class Squares(IBatchScheduler scheduler, DataLoaderOptions? options = null) : BatchDataLoader<int, int>(scheduler, options)
    {
        public List<string> Batches { get; } = [];

        protected override Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken ct)
        {
            Batches.Add(string.Join(',', keys));
            return keys.Any(key => key < 0)
                ? throw new InvalidOperationException("negative")
                : Task.FromResult<IReadOnlyDictionary<int, int>>(keys.ToDictionary(key => key, key => key * key));
        }
    }

    private sealed class Slow(IBatchScheduler scheduler) : BatchDataLoader<int, int>(scheduler)
    {
        public TaskCompletionSource Finish { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Begun { get; private set; }

        protected override async Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken ct)
        {
            Begun++;
            await Finish.Task;
            return keys.ToDictionary(key => key);
        }
    }

    private sealed class Names(IBatchScheduler scheduler) : BatchDataLoader<int, string>(scheduler)
    {
        protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken ct) =>
            Task.FromResult<IReadOnlyDictionary<int, string>>(new Dictionary<int, string>());
    }

    private sealed class Words(IBatchScheduler scheduler) : GroupedDataLoader<char, string>(scheduler)
    {
        protected override Task<ILookup<char, string>> LoadGroupedBatchAsync(IReadOnlyList<char> keys, CancellationToken ct) =>
            Task.FromResult(new[] { "apple", "bee", "ant" }.ToLookup(word => word[0]));
    }

    private sealed class Connection : IDisposable
    {
        public bool Closed { get; private set; }

        public void Dispose() => Closed = true;
    }

    private sealed class First(Connection connection, IBatchScheduler scheduler) : BatchDataLoader<int, int>(scheduler)
    {
        public Connection Connection => connection;

        protected override Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken ct) =>
            Task.FromResult<IReadOnlyDictionary<int, int>>(keys.ToDictionary(key => key));
    }

    private sealed class Second(Connection connection, First first, IBatchScheduler scheduler) : BatchDataLoader<int, int>(scheduler)
    {
        public Connection Connection => connection;

        public First First => first;

        protected override Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken ct) =>
            Task.FromResult<IReadOnlyDictionary<int, int>>(keys.ToDictionary(key => key));
    }
}
