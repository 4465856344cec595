using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>Reads what resolvers of list fields answer.</summary>
internal static class ListItems
{
    private static readonly ConcurrentDictionary<Type, Func<object, CancellationToken, Task<object?>>?> StreamReaders = new();

    /// <summary>The items; null when the value is no list that is there already.</summary>
    public static IReadOnlyList<object?>? Of(object value) => value switch
    {
        string or IDictionary or IEnumerable<KeyValuePair<string, object?>> => null,
        IReadOnlyList<object?> items => items,
        ICollection items => Copy(items, items.Count),
        IEnumerable items => Copy(items, 4),
        _ => null,
    };

    /// <summary>Reads a stream to its end; null when the value is none.</summary>
    public static Task<object?>? ReadAsync(object value, CancellationToken ct) =>
        StreamReaders.GetOrAdd(value.GetType(), static type => ReaderFor(type))?.Invoke(value, ct);

    private static List<object?> Copy(IEnumerable items, int capacity)
    {
        var copy = new List<object?>(capacity);
        foreach (var item in items)
        {
            copy.Add(item);
        }
        return copy;
    }

    private static Func<object, CancellationToken, Task<object?>>? ReaderFor(Type type)
    {
        var stream = type.GetInterfaces().FirstOrDefault(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));
        return stream is null
            ? null
            : typeof(ListItems).GetMethod(nameof(ReadAllAsync), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(stream.GenericTypeArguments)
                .CreateDelegate<Func<object, CancellationToken, Task<object?>>>();
    }

    private static async Task<object?> ReadAllAsync<T>(object stream, CancellationToken ct)
    {
        var items = new List<object?>();
        await foreach (var item in ((IAsyncEnumerable<T>)stream).WithCancellation(ct).ConfigureAwait(false))
        {
            items.Add(item);
        }
        return items;
    }
}
