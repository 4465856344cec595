using IpMarketplace.GraphQL.Building;

namespace IpMarketplace.GraphQL.Tests.Building.Bookshop;

/// <summary>Why the shop refuses.</summary>
public abstract record ShopRefusal
{
    /// <summary>What is wrong.</summary>
    public abstract string Message { get; }

    /// <summary>The kind.</summary>
    public string Code => GetType().Name.ToUpperInvariant();
}

/// <summary>There is no such book.</summary>
public sealed record NoSuchBook(string Title) : ShopRefusal
{
    /// <inheritdoc/>
    public override string Message => $"There is no {Title}.";
}

/// <summary>The book costs nothing.</summary>
public sealed record IsFree : ShopRefusal
{
    public override string Message => "It is free.";
}

public sealed record Undeclared : ShopRefusal
{
    public override string Message => "?";
}

/// <summary>The till does not open.</summary>
public sealed class TillJammedException(string message) : Exception(message);

/// <summary>Which price to set.</summary>
/// <param name="BookId">Of this book.</param>
/// <param name="Price">In yuan.</param>
/// <param name="ExpectedVersion">The version seen.</param>
public sealed record SetPriceInput([property: ID<Book>] long BookId, decimal Price, int? ExpectedVersion = null);

[MutationType]
public static partial class ShopMutations
{
    /// <summary>Sets a price.</summary>
    [Authorize("SetPrices")]
    [Error<IsFree>]
    [Error<TillJammedException>]
    public static Task<FieldResult<Book>> SetPriceAsync(SetPriceInput input, Stock stock)
    {
        if (input.Price == 0)
        {
            return Task.FromResult(new FieldResult<Book>(new IsFree()));
        }
        if (input.Price < 0)
        {
            throw new TillJammedException("The till jams.");
        }
        if (input.Price == 13)
        {
            return Task.FromResult(new FieldResult<Book>(new Undeclared()));
        }
        var book = stock.Books.Find(candidate => candidate.Id == input.BookId);
        return Task.FromResult(book is null ? new FieldResult<Book>(new NoSuchBook($"{input.BookId}")) : book with { Price = input.Price });
    }

    public static bool Rename([ID<Book>] long bookId, string title = "Untitled") => title.Length > 0 && bookId > 0;

    [UseMutationConvention(PayloadFieldName = "closed")]
    public static bool CloseShop() => true;

    [UseMutationConvention(Disable = true)]
    public static int Ring(int times) => times;
}

[SubscriptionType]
public static partial class ShopSubscriptions
{
    /// <summary>Books that come in.</summary>
    [Subscribe]
    [Topic("books/{authorId}")]
    public static Book BookArrived([EventMessage] Book book, [ID<Author>] int authorId) => book.AuthorId == authorId ? book : throw new InvalidOperationException();

    [Subscribe(With = nameof(TickAsync))]
    public static int Ticked([EventMessage] int tick) => tick;

    public static async IAsyncEnumerable<int> TickAsync(int from)
    {
        await Task.Yield();
        yield return from;
        yield return from + 1;
    }
}
