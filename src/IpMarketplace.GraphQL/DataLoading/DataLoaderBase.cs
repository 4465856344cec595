using System.Diagnostics;
using IpMarketplace.GraphQL.Execution.Diagnostics;

namespace IpMarketplace.GraphQL.DataLoading;

/// <summary>
/// Collects keys into batches, remembers answers for the length of the request, and runs its batches one after another, so that a loader
/// may use a service that is not thread-safe (its own DbContext, see <see cref="DataLoaderScope"/>).
/// </summary>
public abstract class DataLoaderBase<TKey, TValue> : IDataLoader<TKey, TValue>
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, TaskCompletionSource<TValue?>> _promises = [];
    private readonly Queue<Batch> _ready = new();
    private readonly IBatchScheduler _scheduler;
    private readonly int _maxBatchSize;
    private Batch? _open;
    private bool _running;

    private protected DataLoaderBase(IBatchScheduler scheduler, DataLoaderOptions? options)
    {
        _scheduler = scheduler;
        _maxBatchSize = (options ?? new DataLoaderOptions()).MaxBatchSize;
        ArgumentOutOfRangeException.ThrowIfLessThan(_maxBatchSize, 1, nameof(options));
    }

    /// <inheritdoc/>
    public Task<TValue?> LoadAsync(TKey key, CancellationToken ct = default)
    {
        var promise = Promise(key, out var newBatch);
        if (newBatch is not null)
        {
            newBatch.Scheduler.Schedule(() => Start(newBatch));
        }
        return ct.CanBeCanceled && ct != _scheduler.Aborted ? promise.WaitAsync(ct) : promise;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken ct = default)
    {
        var loads = new Task<TValue?>[keys.Count];
        var i = 0;
        foreach (var key in keys)
        {
            loads[i++] = LoadAsync(key, ct);
        }
        return await Task.WhenAll(loads);
    }

    /// <inheritdoc/>
    public void ClearCache()
    {
        lock (_gate)
        {
            _promises.Clear();
            _open = null;
        }
    }

    private protected abstract Task<Func<TKey, TValue?>> LoadAllAsync(IReadOnlyList<TKey> keys, CancellationToken ct);

    private Task<TValue?> Promise(TKey key, out Batch? newBatch)
    {
        lock (_gate)
        {
            newBatch = null;
            if (_promises.TryGetValue(key, out var known))
            {
                return known.Task;
            }
            if (_open is null || _open.Keys.Count == _maxBatchSize)
            {
                newBatch = _open = new Batch(_scheduler.Current);
            }
            // Continuations run inside the delivery, one after another: whatever they load next falls into one batch again.
            var promise = new TaskCompletionSource<TValue?>();
            _promises.Add(key, promise);
            _open.Keys.Add(key);
            _open.Promises.Add(promise);
            return promise.Task;
        }
    }

    private void Start(Batch batch)
    {
        lock (_gate)
        {
            if (_open == batch)
            {
                _open = null;
            }
            if (_running)
            {
                _ready.Enqueue(batch);
                return;
            }
            _running = true;
        }
        _ = RunAsync(batch);
    }

    private async Task RunAsync(Batch? batch)
    {
        while (batch is not null)
        {
            var current = batch;
            Func<TKey, TValue?>? valueOf = null;
            Exception? failure = null;
            try
            {
                current.Scheduler.Aborted.ThrowIfCancellationRequested();
                valueOf = await LoadAsync(current);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                failure = exception;
            }
            lock (_gate)
            {
                _running = _ready.TryDequeue(out batch);
            }
            current.Scheduler.Deliver(() => Settle(current, valueOf, failure));
        }
    }

    private Task<Func<TKey, TValue?>> LoadAsync(Batch batch)
    {
        var observation = (_scheduler as DataLoaderScope)?.Observe(GetType(), batch.Keys.Count, batch.Cause);
        return observation is null ? LoadAllAsync(batch.Keys, batch.Scheduler.Aborted) : LoadObservedAsync(batch, observation);
    }

    private async Task<Func<TKey, TValue?>> LoadObservedAsync(Batch batch, BatchObservation observation)
    {
        using (observation)
        {
            try
            {
                return await LoadAllAsync(batch.Keys, batch.Scheduler.Aborted);
            }
            catch (Exception exception)
            {
                observation.Fail(exception);
                throw;
            }
        }
    }

    private static void Settle(Batch batch, Func<TKey, TValue?>? valueOf, Exception? failure)
    {
        for (var i = 0; i < batch.Keys.Count; i++)
        {
            if (valueOf is null)
            {
                batch.Promises[i].TrySetException(failure!);
            }
            else
            {
                Settle(batch.Promises[i], batch.Keys[i], valueOf);
            }
        }
    }

    private static void Settle(TaskCompletionSource<TValue?> promise, TKey key, Func<TKey, TValue?> valueOf)
    {
        TValue? value;
        try
        {
            value = valueOf(key);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            promise.TrySetException(exception);
            return;
        }
        promise.TrySetResult(value);
    }

    private sealed class Batch(IBatchScheduler scheduler)
    {
        /// <summary>Who decides when it runs, and waits for it.</summary>
        public IBatchScheduler Scheduler => scheduler;

        /// <summary>The span of the resolver that asked first: batches start elsewhere.</summary>
        public ActivityContext Cause { get; } = Activity.Current?.Context ?? default;

        public List<TKey> Keys { get; } = [];

        public List<TaskCompletionSource<TValue?>> Promises { get; } = [];
    }
}
