using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using IpMarketplace.GraphQL.Execution;

namespace IpMarketplace.GraphQL.AspNetCore.Http;

/// <summary>Reads GraphQL requests from HTTP requests.</summary>
internal static class RequestReader
{
    /// <summary>Reads the whole body. The bytes stay in the reader until it is advanced.</summary>
    /// <exception cref="MalformedRequestException">The body is larger than allowed.</exception>
    public static async ValueTask<ReadOnlySequence<byte>> ReadBodyAsync(PipeReader reader, long? announcedLength, int limit, CancellationToken ct)
    {
        if (announcedLength > limit)
        {
            throw TooLarge(limit);
        }
        while (true)
        {
            var read = await reader.ReadAsync(ct);
            if (read.Buffer.Length > limit)
            {
                reader.AdvanceTo(read.Buffer.End);
                throw TooLarge(limit);
            }
            if (read.IsCompleted)
            {
                return read.Buffer;
            }
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>A request by GET: the same members as parameters of the address, <c>variables</c> and <c>extensions</c> as JSON text.</summary>
    public static OperationRequest FromQueryString(HttpContext context)
    {
        var parameters = context.Request.Query;
        string? query = parameters["query"];
        if (string.IsNullOrEmpty(query))
        {
            throw MalformedRequestException.BadRequest("The request has no \"query\".");
        }
        string? operationName = parameters["operationName"];
        return new OperationRequest
        {
            Document = Encoding.UTF8.GetBytes(query),
            OperationName = string.IsNullOrEmpty(operationName) ? null : operationName,
            Variables = JsonObject(parameters["variables"], "variables"),
            Extensions = JsonObject(parameters["extensions"], "extensions") is { IsEmpty: false } extensions ? JsonDocument.Parse(extensions).RootElement : default,
            Services = context.RequestServices,
            User = context.User,
            AllowedOperations = OperationKinds.Query,
        };
    }

    private static ReadOnlyMemory<byte> JsonObject(string? text, string member)
    {
        if (string.IsNullOrEmpty(text))
        {
            return default;
        }
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind switch
            {
                JsonValueKind.Null => default,
                JsonValueKind.Object => Encoding.UTF8.GetBytes(text),
                _ => throw NoObject(member),
            };
        }
        catch (JsonException)
        {
            throw NoObject(member);
        }
    }

    private static MalformedRequestException NoObject(string member) => MalformedRequestException.BadRequest($"\"{member}\" must be a JSON object.");

    private static MalformedRequestException TooLarge(int limit) =>
        new(StatusCodes.Status413PayloadTooLarge, $"The request body is larger than {limit} bytes.");
}
