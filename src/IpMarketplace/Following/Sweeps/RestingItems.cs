namespace IpMarketplace.Following.Sweeps;

/// <summary>Items of sweeps that failed by themselves: they rest before they are tried again, so that they stop nothing.</summary>
internal sealed class RestingItems(TimeSpan rest, TimeProvider clock)
{
    private readonly Dictionary<(string Sweep, long Item), DateTimeOffset> _until = [];

    public int CountOf(string sweep) => _until.Keys.Count(key => key.Sweep == sweep);

    public bool Rests(string sweep, long item) => _until.TryGetValue((sweep, item), out var until) && until > clock.GetUtcNow();

    /// <summary>Lets an item rest.</summary>
    /// <returns>Whether it failed for the first time in this process.</returns>
    public bool Add(string sweep, long item)
    {
        var isFirst = !_until.ContainsKey((sweep, item));
        _until[(sweep, item)] = clock.GetUtcNow() + rest;
        return isFirst;
    }

    public void Remove(string sweep, IEnumerable<long> items)
    {
        foreach (var item in items)
        {
            _until.Remove((sweep, item));
        }
    }
}
