namespace IpMarketplace.GraphQL.DataLoading;

/// <summary>Loads values by key, many at a time. One instance lives as long as its request and answers each key once.</summary>
public interface IDataLoader
{
    /// <summary>Forgets what has been loaded; loads under way are not affected.</summary>
    void ClearCache();
}

/// <summary>Loads values by key, many at a time.</summary>
public interface IDataLoader<in TKey, TValue> : IDataLoader
    where TKey : notnull
{
    /// <summary>The key's value; <c>default</c> where there is none. Fails as its batch fails.</summary>
    Task<TValue?> LoadAsync(TKey key, CancellationToken ct = default);

    /// <summary>The keys' values in the order of the keys.</summary>
    Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken ct = default);
}
