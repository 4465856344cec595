using System.Text.Json;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution;

namespace IpMarketplace.GraphQL.AspNetCore.WebSockets;

/// <summary>The messages that a client may send.</summary>
internal enum IncomingMessageType
{
    ConnectionInit,
    Ping,
    Pong,
    Subscribe,
    Complete,
}

/// <summary>A message of the client, as it lies in the received bytes; valid as long as these.</summary>
internal readonly struct IncomingMessage
{
    public IncomingMessageType Type { get; private init; }

    /// <summary>The operation; empty where the message names none.</summary>
    public string Id { get; private init; }

    /// <summary>The id as it was written, in quotes.</summary>
    public ReadOnlyMemory<byte> IdToken { get; private init; }

    /// <summary>A JSON object; empty for none.</summary>
    public ReadOnlyMemory<byte> Payload { get; private init; }

    /// <summary>Reads a message.</summary>
    /// <exception cref="SocketRefusedException">It is none of the protocol's (4400).</exception>
    public static IncomingMessage Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return Read(json);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string holds half a surrogate pair.
            throw SocketRefusedException.BadRequest("The message is not valid JSON.");
        }
    }

    private static IncomingMessage Read(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span, JsonNesting.AnyDepth);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw SocketRefusedException.BadRequest("A message is a JSON object.");
        }
        IncomingMessageType? type = null;
        string? id = null;
        ReadOnlyMemory<byte> idToken = default, payload = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                type = TypeOf(ref reader);
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                id = reader.TokenType == JsonTokenType.String ? reader.GetString() : throw SocketRefusedException.BadRequest("\"id\" must be a string.");
                idToken = json[start..(int)reader.BytesConsumed];
            }
            else if (reader.ValueTextEquals("payload"u8))
            {
                reader.Read();
                payload = ObjectAt(ref reader, json);
            }
            else
            {
                reader.Skip();
            }
        }
        reader.Read();
        return Checked(new IncomingMessage { Type = type ?? throw SocketRefusedException.BadRequest("The message has no \"type\"."), Id = id ?? "", IdToken = idToken, Payload = payload });
    }

    private static IncomingMessage Checked(IncomingMessage message)
    {
        if (message.Type is IncomingMessageType.Subscribe or IncomingMessageType.Complete && message.Id.Length == 0)
        {
            throw SocketRefusedException.BadRequest("The message has no \"id\", or an empty one.");
        }
        return message.Type == IncomingMessageType.Subscribe && message.Payload.IsEmpty ? throw SocketRefusedException.BadRequest("The message has no \"payload\".") : message;
    }

    private static IncomingMessageType TypeOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw SocketRefusedException.BadRequest("\"type\" must be a string.");
        }
        return reader.ValueTextEquals("subscribe"u8) ? IncomingMessageType.Subscribe
            : reader.ValueTextEquals("complete"u8) ? IncomingMessageType.Complete
            : reader.ValueTextEquals("pong"u8) ? IncomingMessageType.Pong
            : reader.ValueTextEquals("ping"u8) ? IncomingMessageType.Ping
            : reader.ValueTextEquals("connection_init"u8) ? IncomingMessageType.ConnectionInit
            : throw SocketRefusedException.BadRequest($"A client sends no message of type \"{Excerpt.Of(reader.GetString())}\".");
    }

    private static ReadOnlyMemory<byte> ObjectAt(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw SocketRefusedException.BadRequest("\"payload\" must be an object.");
        }
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }
}
