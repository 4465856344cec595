using IpMarketplace.GraphQL.Building;

namespace IpMarketplace.GraphQL.Tests.Planning;

[InterfaceType("Named")]
public interface INamed
{
    string Name { get; }
}

[UnionType("Anything")]
public interface IAnything;

public sealed class Book : INamed, IAnything
{
    public string Name => "Wandering";

    public string Title => Name;

    public Task<string> Review => Task.FromResult(Title);

    public IReadOnlyList<Book> Similar => [this];
}

public sealed class Author : INamed, IAnything
{
    [Cost(4)]
    public string Name => "Lu Xun";

    [Cost(3)]
    public string Bio => Name;
}

[ObjectType<Author>]
public static partial class AuthorNode
{
    [ListSize(SlicingArguments = ["count"])]
    public static IReadOnlyList<Book> Works([Parent] Author author, int? count) => author.Name.Length > count ? [] : [new Book()];
}

[QueryType]
public static partial class Queries
{
    public static int Free => 1;

    public static Task<int> WaitsAsync() => Task.FromResult(1);

    [Cost(70)]
    public static Task<int> DearAsync() => Task.FromResult(1);

    public static Book Book => new();

    public static IReadOnlyList<Book> Shelf => [];

    [ListSize(SlicingArguments = ["count"], AssumedSize = 50, SlicingArgumentDefaultValue = 5)]
    public static IReadOnlyList<Book> Top(int? count) => [];

    [ListSize(SlicingArguments = ["count", "these"], AssumedSize = 50)]
    public static IReadOnlyList<Book> Either(int? count, int[]? these) => [];

    [ListSize(SlicingArguments = ["first", "last"], RequireOneSlicingArgument = true)]
    public static IReadOnlyList<Book> One(int? first, int? last) => [];

    [UsePaging]
    public static IQueryable<Book> Books() => Array.Empty<Book>().AsQueryable();

    public static IAnything Anything => new Book();

    public static INamed Named => new Book();
}
