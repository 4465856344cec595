using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace IpMarketplace.GraphQL.Tests.WebSockets;

/// <summary>A client that takes hardly any memory itself: a TCP connection, and frames upon it.</summary>
internal sealed class BareClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Socket _socket;
    private readonly WebSocket _frames;

    private BareClient(Socket socket, WebSocket frames) => (_socket, _frames) = (socket, frames);

    /// <summary>Opens a socket that may subscribe.</summary>
    /// <param name="address">The server.</param>
    /// <param name="receiveBuffer">How much the client's side of the connection holds, in bytes; null for as much as the system likes.</param>
    public static async Task<BareClient> ConnectAsync(Uri address, int? receiveBuffer = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer is { } size)
        {
            socket.ReceiveBufferSize = size;
        }
        await socket.ConnectAsync(address.Host, address.Port, patience.Token);
        var stream = new NetworkStream(socket);
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"GET /graphql HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + $"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: {NewsReader.Subprotocol}\r\n\r\n"),
            patience.Token);
        await ReadHeadersAsync(stream, patience.Token);
        var client = new BareClient(socket, WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan }));
        await client.SendAsync("""{"type":"connection_init"}""", patience.Token);
        Assert.Equal("""{"type":"connection_ack"}""", await client.ReceiveAsync(new byte[100]));
        return client;
    }

    /// <summary>Listens to a topic; the subscription may not have begun when this returns.</summary>
    public async Task ListenAsync(string topic)
    {
        using var patience = new CancellationTokenSource(Patience);
        await SendAsync($$$"""{"type":"subscribe","id":"1","payload":{"query":"subscription { news(topic: \"{{{topic}}}\") }"}}""", patience.Token);
    }

    /// <summary>The next message, read into a buffer that holds it.</summary>
    public async Task<string> ReceiveAsync(byte[] buffer)
    {
        using var patience = new CancellationTokenSource(Patience);
        for (var length = 0; ;)
        {
            var part = await _frames.ReceiveAsync(buffer.AsMemory(length), patience.Token);
            length += part.Count;
            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString(buffer, 0, length);
            }
        }
    }

    public void Dispose()
    {
        _frames.Dispose();
        _socket.Dispose();
    }

    private async Task SendAsync(string message, CancellationToken ct) =>
        await _frames.SendAsync(Encoding.UTF8.GetBytes(message).AsMemory(), WebSocketMessageType.Text, endOfMessage: true, ct);

    // One byte at a time, so that nothing of the first frame is read with the headers.
    private static async Task ReadHeadersAsync(NetworkStream stream, CancellationToken ct)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, ct);
            head.Append((char)one[0]);
        }
        Assert.StartsWith("HTTP/1.1 101", head.ToString(), StringComparison.Ordinal);
    }
}
