namespace IpMarketplace.GraphQL.Building;

/// <summary>
/// The field is a Relay connection: it takes <c>first after last before</c>. The resolver returns a <see cref="Connection{T}"/> it has
/// cut itself (asking for <see cref="PagingArguments"/>), or the whole <see cref="IQueryable{T}"/> or sequence, which is cut for it.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UsePagingAttribute : Attribute
{
    /// <summary>The most items a page may have; 0 for the schema's limit (100).</summary>
    public int MaxPageSize { get; set; }

    /// <summary>The size of a page when the request does not say; 0 for the schema's (20).</summary>
    public int DefaultPageSize { get; set; }

    /// <summary>Whether the connection has <c>totalCount</c>.</summary>
    public bool IncludeTotalCount { get; set; }

    /// <summary>The name without <c>Connection</c> and <c>Edge</c>; the field's name when not given.</summary>
    public string? ConnectionName { get; set; }
}

/// <summary>The part of a list that a request asks for. A resolver parameter of this type receives the checked paging arguments.</summary>
/// <param name="First">At most so many from the start; the default page size when the request says neither first nor last.</param>
/// <param name="After">Only what follows this cursor.</param>
/// <param name="Last">At most so many from the end.</param>
/// <param name="Before">Only what precedes this cursor.</param>
/// <param name="IncludeTotalCount">Whether the request asks for <c>totalCount</c>; what is not asked for need not be counted.</param>
public readonly record struct PagingArguments(int? First, string? After, int? Last, string? Before, bool IncludeTotalCount = false);

/// <summary>What every connection has, whatever its items.</summary>
public interface IConnection
{
    /// <summary>Where the page lies in the whole.</summary>
    ConnectionPageInfo PageInfo { get; }

    /// <summary>How many items there are in all.</summary>
    int TotalCount { get; }
}

/// <summary>One page of a list. A subclass may carry further fields; its name is then the name of the connection type.</summary>
public class Connection<T>(IReadOnlyList<Edge<T>> edges, ConnectionPageInfo pageInfo, int totalCount = 0) : IConnection
{
    /// <summary>The items of the page with their cursors.</summary>
    public IReadOnlyList<Edge<T>> Edges { get; } = edges;

    /// <summary>The items of the page.</summary>
    public IReadOnlyList<T> Nodes => field ??= [.. Edges.Select(edge => edge.Node)];

    /// <summary>Where the page lies in the whole.</summary>
    public ConnectionPageInfo PageInfo { get; } = pageInfo;

    /// <summary>How many items there are in all, not only on this page.</summary>
    public int TotalCount { get; } = totalCount;
}

/// <summary>An item of a connection with its cursor.</summary>
public class Edge<T>
{
    private readonly Func<Edge<T>, string>? _resolveCursor;

    /// <summary>An item whose cursor is known.</summary>
    public Edge(T node, string cursor) => (Node, Cursor) = (node, cursor);

    /// <summary>An item whose cursor is made when it is asked for.</summary>
    public Edge(T node, Func<Edge<T>, string> resolveCursor) => (Node, _resolveCursor) = (node, resolveCursor);

    /// <summary>The item.</summary>
    public T Node { get; }

    /// <summary>The place of the item, to be given as <c>after</c> or <c>before</c>.</summary>
    public string Cursor => field ??= _resolveCursor!(this);
}

/// <summary>Where a page lies in the whole list.</summary>
/// <param name="HasNextPage">Whether there is more after this page.</param>
/// <param name="HasPreviousPage">Whether there is more before this page.</param>
/// <param name="StartCursor">The cursor of the first item; null on an empty page.</param>
/// <param name="EndCursor">The cursor of the last item; null on an empty page.</param>
[GraphQLName("PageInfo")]
public sealed record ConnectionPageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);
