using IpMarketplace.GraphQL.Planning;

namespace IpMarketplace.GraphQL.Tests.Planning;

public sealed class BoundedCacheTests
{
    [Fact]
    public void Keeps_what_was_used_last_when_it_is_full()
    {
        var cache = new BoundedCache<int, string>(capacity: 8);
        for (var i = 1; i <= 8; i++)
        {
            cache.GetOrAdd(i, $"{i}");
        }
        Assert.True(cache.TryGet(1, out _));

        cache.GetOrAdd(9, "9");

        Assert.Equal(6, cache.Count);
        Assert.True(cache.TryGet(1, out var first));
        Assert.Equal("1", first);
        Assert.False(cache.TryGet(2, out _));
        Assert.True(cache.TryGet(9, out _));
    }

    [Fact]
    public void Counts_by_weight()
    {
        var cache = new BoundedCache<int, string>(capacity: 100);
        cache.GetOrAdd(1, "small", weight: 10);
        cache.GetOrAdd(2, "large", weight: 95);

        Assert.False(cache.TryGet(1, out _));
        Assert.False(cache.TryGet(2, out _));
        cache.GetOrAdd(3, "small", weight: 10);
        Assert.True(cache.TryGet(3, out _));
    }

    [Fact]
    public void The_first_value_of_a_key_stays()
    {
        var cache = new BoundedCache<string, object>(capacity: 2);
        var first = new object();
        Assert.Same(first, cache.GetOrAdd("key", first));
        Assert.Same(first, cache.GetOrAdd("key", new object()));
    }

    [Fact]
    public void Many_threads_never_exceed_the_capacity_for_long()
    {
        var cache = new BoundedCache<int, int>(capacity: 64);
        Parallel.For(0, 10_000, i => Assert.Equal(i % 500, cache.GetOrAdd(i % 500, i % 500)));
        Assert.InRange(cache.Count, 1, 64);
    }
}
