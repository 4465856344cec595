namespace IpMarketplace.GraphQL.DataLoading;

/// <summary>Loads one value a key.</summary>
public abstract class BatchDataLoader<TKey, TValue>(IBatchScheduler batchScheduler, DataLoaderOptions? options = null)
    : DataLoaderBase<TKey, TValue>(batchScheduler, options)
    where TKey : notnull
{
    /// <summary>Fetches the values of distinct keys; keys without a value are left out. A failure fails every key of the batch.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(IReadOnlyList<TKey> keys, CancellationToken ct);

    private protected sealed override async Task<Func<TKey, TValue?>> LoadAllAsync(IReadOnlyList<TKey> keys, CancellationToken ct)
    {
        var values = await LoadBatchAsync(keys, ct);
        return key => values.TryGetValue(key, out var value) ? value : default;
    }
}
