using System.Text.Json;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Validation.Limits;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>Bounds what the variables of a request hold, before anything recurses through them.</summary>
internal static class VariableLimits
{
    /// <summary>Takes JSON of any depth: how deep it may be is said by <see cref="RequestLimits.MaxNesting"/>, with an error of our own.</summary>
    public static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    /// <exception cref="GraphQLException">The variables are nested too deep, or hold too many list items.</exception>
    /// <exception cref="JsonException">They are no JSON.</exception>
    public static void Check(ReadOnlySpan<byte> json, RequestLimits limits)
    {
        // A level or an item takes a byte at least.
        if (json.Length <= Math.Min(limits.MaxNesting, limits.MaxListItems))
        {
            return;
        }
        var reader = new Utf8JsonReader(json, AnyDepth);
        var items = 0;
        var mayBeItem = false;
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject && reader.CurrentDepth >= limits.MaxNesting)
            {
                throw Excess($"The variables are nested more than {limits.MaxNesting} levels deep.", ErrorCode.NestingLimitExceeded, limits.MaxNesting);
            }
            // What follows no member name is an item, but for the variables themselves.
            items += mayBeItem && reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.EndArray or JsonTokenType.EndObject) ? 1 : 0;
            mayBeItem = reader.TokenType != JsonTokenType.PropertyName;
            if (items > limits.MaxListItems)
            {
                throw Excess($"The lists in the variables hold more than {limits.MaxListItems} items in all.", ErrorCode.ListLimitExceeded, limits.MaxListItems);
            }
        }
    }

    private static GraphQLException Excess(string message, string code, int limit) =>
        new(ErrorBuilder.New().SetMessage(message).SetCode(code).SetExtension("limit", limit).Build());
}
