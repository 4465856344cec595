namespace IpMarketplace.GraphQL.Building.Pagination;

/// <summary>Cuts a page out of a whole list.</summary>
internal interface ISlicing
{
    /// <summary>The page as a <see cref="Connection{T}"/>; null for null.</summary>
    ValueTask<object?> SliceAsync(object? source, PagingArguments page, CancellationToken ct);
}

/// <summary>Cuts pages by index: a queryable is asked for no more than the page and one item, and is read asynchronously where it can be.</summary>
internal sealed class Slicing<T> : ISlicing
{
    public async ValueTask<object?> SliceAsync(object? source, PagingArguments page, CancellationToken ct)
    {
        if (source is null or Connection<T>)
        {
            return source;
        }
        var query = source as IQueryable<T> ?? ((IEnumerable<T>)source).AsQueryable();
        int? total = page.IncludeTotalCount || page.Last is not null ? await CountAsync(query, ct) : null;
        var start = page.After is null ? 0 : OffsetCursor.Parse(page.After, "after") + 1;
        int? end = page.Before is null ? total : Math.Min(OffsetCursor.Parse(page.Before, "before"), total ?? int.MaxValue);
        if (page.First is { } first)
        {
            end = Math.Min(end ?? int.MaxValue, start + first);
        }
        else if (page.Last is { } last)
        {
            start = Math.Max(start, end!.Value - last);
        }
        var size = Math.Max(0, end!.Value - start);
        var items = await ReadAsync(query.Skip(start).Take(size + 1), ct);
        var hasNext = items.Count > size;
        var edges = items.Take(size).Select((item, i) => new Edge<T>(item, OffsetCursor.Format(start + i))).ToArray();
        var info = new ConnectionPageInfo(hasNext, start > 0 && (edges.Length > 0 || total != 0), edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor);
        return new Connection<T>(edges, info, total ?? 0);
    }

    // One aggregate row, so that the count too can be read asynchronously without knowing the provider.
    private static async Task<int> CountAsync(IQueryable<T> query, CancellationToken ct) =>
        query is IAsyncEnumerable<T> ? (await ReadAsync(query.GroupBy(_ => 1).Select(all => all.Count()), ct)).FirstOrDefault() : query.Count();

    private static async Task<List<TItem>> ReadAsync<TItem>(IQueryable<TItem> query, CancellationToken ct)
    {
        if (query is not IAsyncEnumerable<TItem> stream)
        {
            return [.. query];
        }
        var items = new List<TItem>();
        await foreach (var item in stream.WithCancellation(ct))
        {
            items.Add(item);
        }
        return items;
    }
}
