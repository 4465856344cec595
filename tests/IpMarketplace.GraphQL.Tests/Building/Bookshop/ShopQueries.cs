using IpMarketplace.GraphQL.Building;

namespace IpMarketplace.GraphQL.Tests.Building.Bookshop;

/// <summary>Which books.</summary>
/// <param name="Binding">Bound so.</param>
/// <param name="MinPrice">From this price.</param>
/// <param name="WithTags">With all these tags.</param>
/// <param name="InStockOnly">Only what is there.</param>
public sealed record BookFilter(Binding? Binding, decimal MinPrice = 1.5m, IReadOnlyList<string>? WithTags = null, bool InStockOnly = false);

/// <summary>One way to name a book.</summary>
[OneOf]
public sealed class BookKey
{
    [ID<Book>]
    public long? Id { get; set; }

    public string? Isbn { get; set; }
}

/// <summary>Books with what they cost together.</summary>
public sealed class PricedBooksConnection(IReadOnlyList<Edge<Book>> edges, ConnectionPageInfo pageInfo, int totalCount)
    : Connection<Book>(edges, pageInfo, totalCount)
{
    /// <summary>The sum of the prices on the page.</summary>
    public decimal Sum => Nodes.Sum(book => book.Price ?? 0);
}

[QueryType]
public static partial class ShopQueries
{
    /// <summary>All books.</summary>
    /// <param name="filter">Which of them.</param>
    [AllowAnonymous]
    [UsePaging(IncludeTotalCount = true, MaxPageSize = 50)]
    public static IEnumerable<Book> GetBooks(Stock stock, BookFilter? filter) => stock.Books.Where(book => filter?.Binding is null || book.Binding == filter.Binding);

    [UsePaging(ConnectionName = "ShopAuthors")]
    public static Task<IQueryable<Author>> GetAuthorsAsync(Stock stock) => Task.FromResult(stock.Authors.AsQueryable());

    [UsePaging(IncludeTotalCount = true)]
    public static PricedBooksConnection GetPricedBooks(PagingArguments paging, Stock stock)
    {
        stock.TotalAsked = paging.IncludeTotalCount;
        return new([.. stock.Books.Take(paging.First!.Value).Select(book => new Edge<Book>(book, $"c{book.Id}"))], new ConnectionPageInfo(true, false, null, null), 3);
    }

    [NodeResolver]
    public static Author? GetAuthor(int id, Stock stock) => stock.Authors.Find(author => author.Id == id);

    public static Book? GetBook(BookKey key, Stock stock) => stock.Books.Find(book => book.Id == key.Id || book.InternationalNumber == key.Isbn);

    public static IReadOnlyList<IProduct> Products(Stock stock) => stock.Books;

    public static IEnumerable<IFound> Search(string text, Stock stock) => [.. stock.Books.Where(book => book.Title.Contains(text, StringComparison.Ordinal)), .. stock.Authors.Where(author => author.Name.Contains(text, StringComparison.Ordinal))];

    /// <summary>Says what was given.</summary>
    public static string Echo(Optional<string?> text, [DefaultValue(3)] int times, [GraphQLName("on")] DateOnly? date, Binding binding = Binding.SoftCover) =>
        $"{(text.HasValue ? text.Value ?? "null" : "absent")} {times} {date:yyyy-MM-dd} {binding}";

    [GraphQLType("Long!")]
    [GraphQLDeprecated("Count the books.")]
    public static int Count(Stock stock) => stock.Books.Count;

    public static string? Names([ID<Author>] IReadOnlyList<int> ids) => string.Join(",", ids);
}
