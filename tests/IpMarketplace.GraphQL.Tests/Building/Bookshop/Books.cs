using IpMarketplace.GraphQL.Building;

namespace IpMarketplace.GraphQL.Tests.Building.Bookshop;

/// <summary>Something the shop sells.</summary>
[InterfaceType("Product")]
public interface IProduct
{
    /// <summary>What it is called.</summary>
    string Title { get; }

    /// <summary>The price in yuan; null while it is not fixed.</summary>
    decimal? Price { get; }
}

/// <summary>How a book is bound.</summary>
public enum Binding
{
    /// <summary>Paper covers.</summary>
    SoftCover,

    /// <summary>Board covers.</summary>
    HardCover,

    [GraphQLDeprecated("Nobody binds so any more.")]
    Vellum,

    [GraphQLIgnore]
    Unknown,
}

/// <summary>A book. See <see cref="Author"/> and <c>authors</c>.</summary>
/// <param name="Id">The key.</param>
/// <param name="Title">The title on the cover.</param>
/// <param name="Price">The price.</param>
/// <param name="Binding">How it is bound.</param>
/// <param name="Tags">Words to find it by.</param>
/// <param name="AuthorId">Who wrote it.</param>
/// <param name="Secret">Not for clients.</param>
public sealed record Book(
    long Id,
    string Title,
    decimal? Price,
    Binding Binding,
    IReadOnlyList<string?> Tags,
    [property: ID<Author>] long AuthorId,
    [property: GraphQLIgnore] string Secret) : IProduct, IFound
{
    /// <summary>The day it came out.</summary>
    public DateOnly? Published { get; init; }

    [GraphQLName("isbn")]
    public string? InternationalNumber { get; init; }

    public void Burn() => _ = Title.Length;

    public string Describe() => Title;

    /// <summary>The title, shortened.</summary>
    [GraphQLName("shortTitle")]
    public string ShortTitleOf(int length = 10) => Title[..Math.Min(length, Title.Length)];
}

/// <summary>Who writes books.</summary>
public sealed class Author(int id, string name) : IFound
{
    [ID]
    public int Id { get; } = id;

    public string Name { get; } = name;

    [Obsolete("Ask for name.")]
    public string FullName => Name;
}

/// <summary>What a search finds.</summary>
[UnionType("Found")]
public interface IFound;

/// <summary>The books in stock.</summary>
public sealed class Stock
{
    public bool? TotalAsked { get; set; }

    public List<Author> Authors { get; } = [new(1, "Lu Xun"), new(2, "Lao She")];

    public List<Book> Books { get; } =
    [
        new(1, "Call to Arms", 30.50m, Binding.HardCover, ["stories", null], 1, "s1") { Published = new DateOnly(1923, 8, 1), InternationalNumber = "978" },
        new(2, "Wandering", null, Binding.SoftCover, [], 1, "s2"),
        new(3, "Rickshaw Boy", 42m, Binding.SoftCover, ["novel"], 2, "s3"),
    ];
}

/// <summary>Fields that another part of the shop adds to books.</summary>
[ObjectType<Book>]
public static partial class BookNode
{
    /// <summary>Fetches a book.</summary>
    [NodeResolver]
    public static Task<Book?> GetBookByIdAsync(long id, Stock stock) => Task.FromResult(stock.Books.Find(book => book.Id == id));

    /// <summary>Who wrote it.</summary>
    public static Author GetAuthor([Parent] Book book, Stock stock) => stock.Authors.Single(author => author.Id == book.AuthorId);

    /// <summary>The copies in the store.</summary>
    [Authorize("ReadStock")]
    [Cost(5)]
    public static async ValueTask<int> GetCopiesAsync([Parent] Book book, CancellationToken ct)
    {
        await Task.Yield();
        ct.ThrowIfCancellationRequested();
        return (int)book.Id * 10;
    }
}
