using System.Buffers;
using IpMarketplace.GraphQL.AspNetCore.Http;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.AspNetCore.ServerSentEvents;

/// <summary>The notation of events (https://html.spec.whatwg.org/multipage/server-sent-events.html).</summary>
internal static class EventStreamFormat
{
    public static void WriteNext(IBufferWriter<byte> output, OperationResult response)
    {
        var buffer = ResponseBuffer.Rent();
        try
        {
            response.WriteTo(buffer);
            output.Write("event: next\n"u8);
            WriteData(output, buffer.Written);
            output.Write("\n"u8);
        }
        finally
        {
            buffer.Return();
        }
    }

    // An event without any data line is none for an EventSource.
    public static void WriteComplete(IBufferWriter<byte> output) => output.Write("event: complete\ndata:\n\n"u8);

    public static void WriteComment(IBufferWriter<byte> output) => output.Write(":\n\n"u8);

    // JSON out of a scalar of any shape may hold line breaks between its tokens; each line is a data line of its own.
    private static void WriteData(IBufferWriter<byte> output, ReadOnlySpan<byte> json)
    {
        foreach (var line in json.SplitAny((byte)'\n', (byte)'\r'))
        {
            output.Write("data: "u8);
            output.Write(json[line]);
            output.Write("\n"u8);
        }
    }
}
