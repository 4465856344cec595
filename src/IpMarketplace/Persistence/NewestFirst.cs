using System.Buffers.Text;
using System.Globalization;
using System.Text;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.Kernel.Events;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Persistence;

/// <summary>Pages of aggregates, the newest first. A cursor is the key of an aggregate, so pages stay whole while others are added.</summary>
public static class NewestFirst
{
    /// <summary>Reads one page, with one row more than asked for to know whether there is another.</summary>
    public static async Task<Connection<T>> PageAsync<T>(this IQueryable<T> rows, PagingArguments page, CancellationToken ct) where T : Aggregate
    {
        var total = page.IncludeTotalCount ? await rows.CountAsync(ct) : 0;
        var after = KeyOf(page.After, "after");
        var before = KeyOf(page.Before, "before");
        var between = rows.Where(row => (after == null || row.Id < after) && (before == null || row.Id > before));
        var backwards = page.First is null && page.Last is not null;
        var size = page.First ?? page.Last ?? 0;
        var ordered = backwards ? between.OrderBy(row => row.Id) : between.OrderByDescending(row => row.Id);
        var found = await ordered.Take(size + 1).AsNoTracking().ToListAsync(ct);
        var more = found.Count > size;
        if (more)
        {
            found.RemoveAt(size);
        }
        if (backwards)
        {
            found.Reverse();
        }
        var edges = found.ConvertAll(row => new Edge<T>(row, CursorOf(row.Id)));
        var info = new ConnectionPageInfo(
            backwards ? before is not null : more,
            backwards ? more : after is not null,
            edges.Count > 0 ? edges[0].Cursor : null,
            edges.Count > 0 ? edges[^1].Cursor : null);
        return new Connection<T>(edges, info, total);
    }

    private static string CursorOf(long key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key.ToString(CultureInfo.InvariantCulture)));

    private static long? KeyOf(string? cursor, string argument)
    {
        if (cursor is null)
        {
            return null;
        }
        return Base64Url.IsValid(cursor) && long.TryParse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)), CultureInfo.InvariantCulture, out var key)
            ? key
            : throw new GraphQLException(ErrorBuilder.New().SetMessage($"The argument {argument} is no cursor of this list.").SetCode(ErrorCode.InvalidArgument).Build());
    }
}
