using System.Buffers.Text;
using System.Globalization;
using System.Text;
using IpMarketplace.GraphQL.Errors;

namespace IpMarketplace.GraphQL.Building.Pagination;

/// <summary>Cursors that hold the index of an item, opaquely.</summary>
internal static class OffsetCursor
{
    public static string Format(int index) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(index.ToString(CultureInfo.InvariantCulture)));

    public static int Parse(string cursor, string argument)
    {
        if (Base64Url.IsValid(cursor) && int.TryParse(Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return index;
        }
        throw new GraphQLException(ErrorBuilder.New().SetMessage($"{argument}: \"{Excerpt.Of(cursor)}\" is not a cursor of this list.").SetCode(ErrorCode.InvalidArgument).Build());
    }
}
