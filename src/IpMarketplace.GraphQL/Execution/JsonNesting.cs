using System.Text.Json;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Validation.Limits;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>
/// Bounds how deep JSON of a request is nested (<see cref="RequestLimits.MaxNesting"/>), before anything recurses through it or keeps it: a reader passes
/// over any depth in linear time, a JSON document does not.
/// </summary>
internal static class JsonNesting
{
    /// <summary>Takes JSON of any depth: how deep it may be is said here, with an error of our own.</summary>
    public static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    /// <summary>For JSON that was checked.</summary>
    public static readonly JsonDocumentOptions Checked = new() { MaxDepth = int.MaxValue };

    /// <summary>Checks a whole JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="what">What the error calls it, with its verb: <c>The variables are</c>.</param>
    /// <param name="most">The deepest nesting.</param>
    /// <exception cref="GraphQLException">It is nested deeper.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static void Check(ReadOnlySpan<byte> json, string what, int most)
    {
        // A level takes a byte at least.
        if (json.Length <= most)
        {
            return;
        }
        var reader = new Utf8JsonReader(json, AnyDepth);
        while (reader.Read())
        {
            if (IsStart(reader.TokenType) && reader.CurrentDepth >= most)
            {
                throw Excess(what, most);
            }
        }
    }

    /// <summary>Passes over the value that a reader stands on.</summary>
    /// <param name="reader">The reader, of <see cref="AnyDepth"/>.</param>
    /// <param name="what">What the error calls the value, with its verb.</param>
    /// <param name="most">The deepest nesting of the value.</param>
    /// <exception cref="GraphQLException">It is nested deeper.</exception>
    public static void Skip(ref Utf8JsonReader reader, string what, int most)
    {
        var outside = reader.CurrentDepth;
        if (!IsStart(reader.TokenType))
        {
            return;
        }
        while (reader.Read() && reader.CurrentDepth > outside)
        {
            if (IsStart(reader.TokenType) && reader.CurrentDepth - outside >= most)
            {
                throw Excess(what, most);
            }
        }
    }

    private static bool IsStart(JsonTokenType token) => token is JsonTokenType.StartArray or JsonTokenType.StartObject;

    private static GraphQLException Excess(string what, int most) => new(
        ErrorBuilder.New().SetMessage($"{what} nested more than {most} levels deep.").SetCode(ErrorCode.NestingLimitExceeded).SetExtension("limit", most).Build());
}
