using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.TypeSystem.Coercion;
using IpMarketplace.GraphQL.TypeSystem.Scalars;

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

    /// <summary>A request from a JSON object.</summary>
    /// <param name="body">The object.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="services">The request's services.</param>
    /// <param name="allowed">What the answer can carry.</param>
    /// <param name="files">The files that came along.</param>
    public static OperationRequest FromBody(
        in RequestBody body, HttpContext context, IServiceProvider services, OperationKinds allowed, IReadOnlyDictionary<string, IFile>? files) => new()
        {
            Document = body.Query,
            DocumentId = body.DocumentId,
            OperationName = body.OperationName,
            Variables = body.Variables,
            Extensions = body.Extensions,
            Files = files,
            Services = services,
            User = context.User,
            AllowedOperations = allowed,
        };

    /// <summary>A request by GET: the same members as parameters of the address, <c>variables</c> and <c>extensions</c> as JSON text.</summary>
    /// <param name="context">Who asks.</param>
    /// <param name="allowed">What the answer can carry.</param>
    /// <param name="nesting">How deep each of the JSON texts may be nested.</param>
    public static OperationRequest FromQueryString(HttpContext context, OperationKinds allowed, int nesting)
    {
        var query = Parameter(context, "query");
        var documentId = Parameter(context, "documentId") ?? (query is null ? Parameter(context, "id") : null);
        var extensions = JsonObject(context, "extensions", nesting);
        if (query is null && documentId is null && extensions.IsEmpty)
        {
            throw MalformedRequestException.BadRequest("The request has no \"query\".");
        }
        return new OperationRequest
        {
            Document = query is null ? default : Encoding.UTF8.GetBytes(query),
            DocumentId = documentId,
            OperationName = Parameter(context, "operationName"),
            Variables = JsonObject(context, "variables", nesting),
            Extensions = extensions.IsEmpty ? default : JsonElement.Parse(extensions.Span, JsonNesting.Checked),
            Services = context.RequestServices,
            User = context.User,
            AllowedOperations = allowed,
        };
    }

    /// <summary>Whether the address carries a request, rather than being opened by a visitor.</summary>
    public static bool HasParameters(HttpContext context) =>
        context.Request.Query is { Count: > 0 } parameters && (parameters.ContainsKey("query") || parameters.ContainsKey("documentId") || parameters.ContainsKey("extensions"));

    // An empty parameter counts as none (GraphQL over HTTP, "GET"); of one that is given twice it cannot be told which is meant.
    private static string? Parameter(HttpContext context, string name) => context.Request.Query[name] switch
    {
        [] or [null or ""] => null,
        [var only] => only,
        _ => throw MalformedRequestException.BadRequest($"The parameter \"{name}\" is given more than once."),
    };

    private static ReadOnlyMemory<byte> JsonObject(HttpContext context, string name, int nesting)
    {
        if (Parameter(context, name) is not { } text)
        {
            return default;
        }
        try
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            JsonNesting.Check(bytes, $"\"{name}\" is", nesting);
            return JsonElement.Parse(bytes, JsonNesting.Checked).ValueKind switch
            {
                JsonValueKind.Null => default,
                JsonValueKind.Object when JsonStrings.AreReadable(bytes) => bytes,
                _ => throw NoObject(name),
            };
        }
        catch (JsonException)
        {
            throw NoObject(name);
        }
    }

    private static MalformedRequestException NoObject(string member) => MalformedRequestException.BadRequest($"\"{member}\" must be a JSON object.");

    private static MalformedRequestException TooLarge(int limit) =>
        MalformedRequestException.TooLarge($"The request body is larger than {limit} bytes.", ErrorCode.BodyLimitExceeded, limit);
}
