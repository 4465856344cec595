using System.Buffers;
using System.Text.Json;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution;

namespace IpMarketplace.GraphQL.AspNetCore.Http;

/// <summary>A list of requests in one body.</summary>
internal static class RequestBatch
{
    /// <summary>Whether a body is a list.</summary>
    public static bool IsList(in ReadOnlySequence<byte> body)
    {
        if (body.FirstSpan is [(byte)'{', ..])
        {
            return false;
        }
        var reader = new SequenceReader<byte>(body);
        reader.AdvancePastAny(" \t\r\n"u8);
        return reader.TryPeek(out var first) && first == (byte)'[';
    }

    /// <summary>The requests, each still to be read.</summary>
    /// <exception cref="MalformedRequestException">The list is empty or longer than allowed, or no JSON.</exception>
    public static List<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> list, int limit)
    {
        if (limit == 0)
        {
            throw MalformedRequestException.BadRequest("The request body is a list; batches are not taken.");
        }
        var requests = new List<ReadOnlyMemory<byte>>();
        var reader = new Utf8JsonReader(list.Span, JsonNesting.AnyDepth);
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                requests.Add(list[start..(int)reader.BytesConsumed]);
            }
            reader.Read();
        }
        catch (JsonException exception)
        {
            throw RequestBody.NotJson(exception);
        }
        return requests.Count switch
        {
            0 => throw MalformedRequestException.BadRequest("The list of requests is empty."),
            var count when count > limit =>
                throw MalformedRequestException.TooLarge(
                    $"The list has {count} requests; at most {limit} are taken.", ErrorCode.BatchLimitExceeded, limit, StatusCodes.Status400BadRequest),
            _ => requests,
        };
    }
}
