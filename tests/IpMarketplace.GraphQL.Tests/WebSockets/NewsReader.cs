using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace IpMarketplace.GraphQL.Tests.WebSockets;

/// <summary>A client that sends and reads messages as they are. Every wait ends within a minute.</summary>
internal sealed class NewsReader : IDisposable
{
    public const string Subprotocol = "graphql-transport-ws";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ClientWebSocket _socket = new();
    private readonly HttpMessageInvoker _invoker = new(new SocketsHttpHandler());
    private readonly byte[] _buffer = new byte[1 << 20];

    public string? AcceptedSubprotocol => _socket.SubProtocol;

    public static async Task<NewsReader> ConnectAsync(Uri address, string? subprotocol, string? origin, Version? version = null)
    {
        var reader = new NewsReader();
        if (subprotocol is not null)
        {
            reader._socket.Options.AddSubProtocol(subprotocol);
        }
        if (origin is not null)
        {
            reader._socket.Options.SetRequestHeader("Origin", origin);
        }
        (reader._socket.Options.HttpVersion, reader._socket.Options.HttpVersionPolicy) = (version ?? HttpVersion.Version11, HttpVersionPolicy.RequestVersionExact);
        using var patience = new CancellationTokenSource(Patience);
        await reader._socket.ConnectAsync(address, reader._invoker, patience.Token);
        return reader;
    }

    public Task SendAsync(string message) => SendAsync(Encoding.UTF8.GetBytes(message));

    public async Task SendAsync(ReadOnlyMemory<byte> message, WebSocketMessageType type = WebSocketMessageType.Text, bool isLast = true)
    {
        using var patience = new CancellationTokenSource(Patience);
        await _socket.SendAsync(message, type, isLast, patience.Token);
    }

    public Task SubscribeAsync(string id, string query) => SendAsync($$$"""{"type":"subscribe","id":"{{{id}}}","payload":{"query":{{{System.Text.Json.JsonSerializer.Serialize(query)}}}}}""");

    /// <summary>The next message; of the server's closing, its code and reason.</summary>
    public async Task<string> ReceiveAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var length = 0;
        while (true)
        {
            var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), patience.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
                return $"{(int)_socket.CloseStatus!} {_socket.CloseStatusDescription}";
            }
            length += part.Count;
            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString(_buffer, 0, length);
            }
        }
    }

    public async Task CloseAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
    }

    public void Dispose()
    {
        _socket.Dispose();
        _invoker.Dispose();
    }
}
