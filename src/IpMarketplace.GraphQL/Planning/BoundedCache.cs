using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace IpMarketplace.GraphQL.Planning;

/// <summary>
/// A thread-safe cache that keeps the entries used last. Reading takes no lock; when the weight exceeds the capacity, the quarter that was
/// not used for longest is dropped.
/// </summary>
internal sealed class BoundedCache<TKey, TValue>(long capacity)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Entry> _entries = new();
    private readonly Lock _trimming = new();
    private long _clock;
    private long _weight;

    /// <summary>How many entries there are.</summary>
    public int Count => _entries.Count;

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (_entries.TryGetValue(key, out var entry))
        {
            entry.LastUse = Interlocked.Increment(ref _clock);
            value = entry.Value;
            return true;
        }
        value = default;
        return false;
    }

    /// <summary>Adds a value, unless another thread was faster; gives the value that the cache holds.</summary>
    public TValue GetOrAdd(TKey key, TValue value, long weight = 1)
    {
        var added = new Entry(value, weight) { LastUse = Interlocked.Increment(ref _clock) };
        var held = _entries.GetOrAdd(key, added);
        if (ReferenceEquals(held, added) && Interlocked.Add(ref _weight, weight) > capacity)
        {
            Trim();
        }
        return held.Value;
    }

    private void Trim()
    {
        lock (_trimming)
        {
            var target = capacity - (capacity / 4);
            // The dictionary's own copy is a consistent one; LINQ would size its buffer first and copy later.
            foreach (var (key, entry) in _entries.ToArray().OrderBy(pair => pair.Value.LastUse))
            {
                if (Interlocked.Read(ref _weight) <= target)
                {
                    break;
                }
                if (_entries.TryRemove(new KeyValuePair<TKey, Entry>(key, entry)))
                {
                    Interlocked.Add(ref _weight, -entry.Weight);
                }
            }
        }
    }

    private sealed class Entry(TValue value, long weight)
    {
        public TValue Value { get; } = value;

        public long Weight { get; } = weight;

        public long LastUse;
    }
}
