using System.Buffers;
using System.Text.Json;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.TypeSystem.Coercion;

namespace IpMarketplace.GraphQL.AspNetCore.Http;

/// <summary>
/// The members of a request's JSON body, as they lie in its bytes: the query becomes no string, and the variables are not parsed yet. Only an
/// escaped query is copied, into a rented array. Valid until disposed.
/// </summary>
internal struct RequestBody : IDisposable
{
    private byte[]? _unescaped;

    /// <summary>The document; empty where the request names one.</summary>
    public ReadOnlyMemory<byte> Query { get; private set; }

    public string? DocumentId { get; private set; }

    public string? OperationName { get; private set; }

    public ReadOnlyMemory<byte> Variables { get; private set; }

    public JsonElement Extensions { get; private set; }

    /// <summary>Reads a body.</summary>
    /// <param name="json">The body.</param>
    /// <param name="nesting">How deep each member may be nested.</param>
    /// <exception cref="MalformedRequestException">It is no JSON object, neither sends nor names a document, or a member has the wrong type.</exception>
    /// <exception cref="GraphQLException">A member is nested too deep.</exception>
    public static RequestBody Parse(ReadOnlyMemory<byte> json, int nesting)
    {
        var body = default(RequestBody);
        try
        {
            body.Read(json, nesting);
            return body;
        }
        catch (JsonException exception)
        {
            body.Dispose();
            throw NotJson(exception);
        }
        catch (InvalidOperationException)
        {
            body.Dispose();
            throw MalformedRequestException.BadRequest("The name of a member holds a surrogate without its pair.");
        }
        catch (Exception refusal) when (refusal is MalformedRequestException or GraphQLException)
        {
            body.Dispose();
            throw;
        }
    }

    public static MalformedRequestException NotJson(JsonException exception) =>
        MalformedRequestException.BadRequest($"The request body is not valid JSON, at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.");

    public void Dispose()
    {
        if (_unescaped is not null)
        {
            ArrayPool<byte>.Shared.Return(_unescaped);
            _unescaped = null;
        }
    }

    private void Read(ReadOnlyMemory<byte> json, int nesting)
    {
        var reader = new Utf8JsonReader(json.Span, JsonNesting.AnyDepth);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw MalformedRequestException.BadRequest("The request must be a JSON object with a member \"query\".");
        }
        var hasQuery = false;
        string? id = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("query"u8))
            {
                hasQuery |= ReadQuery(ref reader, json);
            }
            else if (reader.ValueTextEquals("operationName"u8))
            {
                reader.Read();
                OperationName = ReadText(ref reader, "operationName");
            }
            else if (reader.ValueTextEquals("documentId"u8))
            {
                reader.Read();
                DocumentId = ReadText(ref reader, "documentId");
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                // What HotChocolate and Relay call it. Beside a query it is the client's own affair.
                reader.Read();
                id = reader.TokenType == JsonTokenType.String ? ReadText(ref reader, "id") : null;
                JsonNesting.Skip(ref reader, "\"id\" is", nesting);
            }
            else if (reader.ValueTextEquals("variables"u8))
            {
                Variables = ReadObject(ref reader, json, "variables", nesting);
            }
            else if (reader.ValueTextEquals("extensions"u8))
            {
                ReadExtensions(ref reader, json, nesting);
            }
            else
            {
                reader.Read();
                JsonNesting.Skip(ref reader, "A member of the request is", nesting);
            }
        }
        // What follows the object makes the body invalid.
        reader.Read();
        if (hasQuery)
        {
            return;
        }
        DocumentId ??= id;
        if (DocumentId is null && Extensions.ValueKind == JsonValueKind.Undefined)
        {
            throw MalformedRequestException.BadRequest("The request has no \"query\".");
        }
    }

    private bool ReadQuery(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return false;
        }
        if (reader.TokenType != JsonTokenType.String)
        {
            throw MalformedRequestException.BadRequest("\"query\" must be a string.");
        }
        if (!reader.ValueIsEscaped)
        {
            Query = json.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
            return true;
        }
        Dispose();
        _unescaped = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            Query = _unescaped.AsMemory(0, reader.CopyString(_unescaped));
        }
        catch (InvalidOperationException)
        {
            throw NoText("query");
        }
        return true;
    }

    private static string? ReadText(ref Utf8JsonReader reader, string member)
    {
        try
        {
            return reader.TokenType is JsonTokenType.String or JsonTokenType.Null
                ? reader.GetString()
                : throw MalformedRequestException.BadRequest($"\"{member}\" must be a string or null.");
        }
        catch (InvalidOperationException)
        {
            throw NoText(member);
        }
    }

    private void ReadExtensions(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, int nesting)
    {
        var extensions = ReadObject(ref reader, json, "extensions", nesting);
        if (!extensions.IsEmpty)
        {
            if (!JsonStrings.AreReadable(extensions.Span))
            {
                throw NoText("extensions");
            }
            var element = new Utf8JsonReader(extensions.Span, JsonNesting.AnyDepth);
            Extensions = JsonElement.ParseValue(ref element);
        }
    }

    private static ReadOnlyMemory<byte> ReadObject(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, string member, int nesting)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw MalformedRequestException.BadRequest($"\"{member}\" must be an object or null.");
        }
        var start = (int)reader.TokenStartIndex;
        JsonNesting.Skip(ref reader, $"\"{member}\" is", nesting);
        return json[start..(int)reader.BytesConsumed];
    }

    private static MalformedRequestException NoText(string member) =>
        MalformedRequestException.BadRequest($"\"{member}\" holds a string that is no text: bytes that are not UTF-8, or a surrogate without its pair.");
}
