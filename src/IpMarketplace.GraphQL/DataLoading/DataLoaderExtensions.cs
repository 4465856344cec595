namespace IpMarketplace.GraphQL.DataLoading;

/// <summary>Loading what must be there.</summary>
public static class DataLoaderExtensions
{
    /// <summary>The key's value, where a missing one is a fault of the data. Of a value type none is missing: its default stands for it.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static async Task<TValue> LoadRequiredAsync<TKey, TValue>(this IDataLoader<TKey, TValue> dataLoader, TKey key, CancellationToken ct = default)
        where TKey : notnull
        where TValue : notnull =>
        await dataLoader.LoadAsync(key, ct) ?? throw new KeyNotFoundException($"{dataLoader.GetType().Name} found nothing for the key {key}.");
}
