namespace IpMarketplace.GraphQL.DataLoading;

/// <summary>Loads any number of values a key: the rows of a foreign key. A key without rows has an empty array.</summary>
public abstract class GroupedDataLoader<TKey, TValue>(IBatchScheduler batchScheduler, DataLoaderOptions? options = null)
    : DataLoaderBase<TKey, TValue[]>(batchScheduler, options)
    where TKey : notnull
{
    /// <summary>Fetches the values of distinct keys, grouped by key. A failure fails every key of the batch.</summary>
    protected abstract Task<ILookup<TKey, TValue>> LoadGroupedBatchAsync(IReadOnlyList<TKey> keys, CancellationToken ct);

    private protected sealed override async Task<Func<TKey, TValue[]?>> LoadAllAsync(IReadOnlyList<TKey> keys, CancellationToken ct)
    {
        var values = await LoadGroupedBatchAsync(keys, ct);
        return key => [.. values[key]];
    }
}
