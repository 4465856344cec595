using System.Text.Json;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Validation.Limits;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>Bounds what the variables of a request hold, before anything recurses through them.</summary>
internal static class VariableLimits
{
    /// <exception cref="GraphQLException">The variables are nested too deep, or hold too many list items.</exception>
    /// <exception cref="JsonException">They are no JSON.</exception>
    public static void Check(ReadOnlySpan<byte> json, RequestLimits limits)
    {
        JsonNesting.Check(json, "The variables are", limits.MaxNesting);
        // An item takes a byte at least.
        if (json.Length <= limits.MaxListItems)
        {
            return;
        }
        var reader = new Utf8JsonReader(json, JsonNesting.AnyDepth);
        var items = 0;
        var mayBeItem = false;
        while (reader.Read())
        {
            // What follows no member name is an item, but for the variables themselves.
            items += mayBeItem && reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.EndArray or JsonTokenType.EndObject) ? 1 : 0;
            mayBeItem = reader.TokenType != JsonTokenType.PropertyName;
            if (items > limits.MaxListItems)
            {
                throw new GraphQLException(ErrorBuilder.New()
                    .SetMessage($"The lists in the variables hold more than {limits.MaxListItems} items in all.")
                    .SetCode(ErrorCode.ListLimitExceeded)
                    .SetExtension("limit", limits.MaxListItems)
                    .Build());
            }
        }
    }
}
