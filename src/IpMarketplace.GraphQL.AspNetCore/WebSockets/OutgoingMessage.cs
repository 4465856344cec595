using System.Buffers;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.AspNetCore.WebSockets;

/// <summary>A message of the server; it is written when its turn to be sent has come, straight into the bytes that are sent.</summary>
internal readonly struct OutgoingMessage
{
    private readonly Kind _kind;
    private readonly ReadOnlyMemory<byte> _id;
    private readonly ReadOnlyMemory<byte> _payload;
    private readonly OperationResult? _result;

    private OutgoingMessage(Kind kind, ReadOnlyMemory<byte> id = default, ReadOnlyMemory<byte> payload = default, OperationResult? result = null) =>
        (_kind, _id, _payload, _result) = (kind, id, payload, result);

    private enum Kind
    {
        ConnectionAck,
        Ping,
        Pong,
        Next,
        Error,
        Complete,
    }

    public static OutgoingMessage Ping => new(Kind.Ping);

    public static OutgoingMessage ConnectionAck(ReadOnlyMemory<byte> payload) => new(Kind.ConnectionAck, payload: payload);

    public static OutgoingMessage Pong(ReadOnlyMemory<byte> payload) => new(Kind.Pong, payload: payload);

    public static OutgoingMessage Next(ReadOnlyMemory<byte> id, OperationResult result) => new(Kind.Next, id, result: result);

    public static OutgoingMessage Error(ReadOnlyMemory<byte> id, OperationResult result) => new(Kind.Error, id, result: result);

    public static OutgoingMessage Complete(ReadOnlyMemory<byte> id) => new(Kind.Complete, id);

    public void WriteTo(IBufferWriter<byte> output)
    {
        var json = new JsonOutput(output);
        json.Raw(_kind switch
        {
            Kind.ConnectionAck => "{\"type\":\"connection_ack\""u8,
            Kind.Ping => "{\"type\":\"ping\""u8,
            Kind.Pong => "{\"type\":\"pong\""u8,
            Kind.Next => "{\"type\":\"next\",\"id\":"u8,
            Kind.Error => "{\"type\":\"error\",\"id\":"u8,
            _ => "{\"type\":\"complete\",\"id\":"u8,
        });
        json.Raw(_id.Span);
        if (!_payload.IsEmpty || _result is not null)
        {
            json.Raw(",\"payload\":"u8);
        }
        json.Raw(_payload.Span);
        if (_kind == Kind.Error)
        {
            ErrorWriter.WriteList(ref json, _result!.Errors);
        }
        if (_kind == Kind.Next)
        {
            json.Flush();
            _result!.WriteTo(output);
            json = new JsonOutput(output);
        }
        json.Byte((byte)'}');
        json.Flush();
    }
}
