using IpMarketplace.GraphQL.Building;

namespace IpMarketplace.GraphQL.Tests.Building.Bookshop;

internal static class Ids
{
    private static readonly NodeIdSerializer Serializer = new();

    public static string Book(long key) => Serializer.Format("Book", key);

    public static string Author(int key) => Serializer.Format("Author", key);
}
