using System.Net.WebSockets;
using System.Text.Json;

namespace IpMarketplace.Testing;

/// <summary>One subscription over a socket of its own; every wait ends within a minute.</summary>
public sealed class Listener : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly Queue<JsonElement> _early = [];

    private Listener()
    {
    }

    /// <summary>Opens a socket with this payload of <c>connection_init</c>.</summary>
    public static async Task<Listener> ConnectAsync(TestMarketplace server, object? payload)
    {
        var listener = new Listener();
        listener._socket.Options.AddSubProtocol("graphql-transport-ws");
        using var patience = new CancellationTokenSource(Patience);
        await listener._socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws", Path = "/graphql" }.Uri, patience.Token);
        await listener.SendAsync(payload is null ? new { type = "connection_init" } : new { type = "connection_init", payload });
        return listener;
    }

    /// <summary>Subscribes; once it returns, no event is missed.</summary>
    /// <param name="server">The server.</param>
    /// <param name="operation">The path of a file under <c>schema/operations</c>.</param>
    /// <param name="variables">An object to be written as JSON.</param>
    /// <param name="user">A user name; null for a visitor.</param>
    public static async Task<Listener> StartAsync(TestMarketplace server, string operation, object? variables = null, string? user = null)
    {
        var listener = await ConnectAsync(server, user is null ? null : new { authorization = $"Bearer {await server.Client.TokenOfAsync(user)}" });
        await listener.ExpectAsync("connection_ack");
        await listener.SubscribeAsync("1", Repository.Operation(operation), variables);
        return listener;
    }

    public async Task SubscribeAsync(string id, string query, object? variables = null)
    {
        await SendAsync(new { type = "subscribe", id, payload = new { query, variables } });
        // Messages are handled one after another: when the ping is answered, the operation has begun.
        await SendAsync(new { type = "ping" });
        while (await ReadAsync() is var message && !IsOf("pong", message))
        {
            _early.Enqueue(message);
        }
    }

    /// <summary>The next message; of the server's closing, its code and reason as text.</summary>
    public async Task<JsonElement> ReceiveAsync() => _early.TryDequeue(out var early) ? early : await ReadAsync();

    // Answers pings, as a client does.
    private async Task<JsonElement> ReadAsync()
    {
        while (true)
        {
            var message = await ReadMessageAsync();
            if (!IsOf("ping", message))
            {
                return message;
            }
            await SendAsync(new { type = "pong" });
        }
    }

    private async Task<JsonElement> ReadMessageAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var length = 0;
        while (true)
        {
            var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), patience.Token);
            length += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
                return JsonSerializer.SerializeToElement($"{(int)_socket.CloseStatus!} {_socket.CloseStatusDescription}");
            }
            if (part.EndOfMessage)
            {
                return JsonElement.Parse(_buffer.AsSpan(0, length));
            }
        }
    }

    /// <summary>The next event, or the answer that there is no subscription.</summary>
    public async Task<Answer> NextAsync()
    {
        var message = await ReceiveAsync();
        return (IsOf("next", message) || IsOf("error", message)) && message.GetProperty("payload") is var payload
            ? new Answer(payload.ValueKind == JsonValueKind.Array ? JsonSerializer.SerializeToElement(new { errors = payload }) : payload, 200, "")
            : throw new InvalidOperationException($"The server sent no event: {message}");
    }

    /// <summary>Waits for a message of this type; any other is a failure.</summary>
    public async Task ExpectAsync(string type)
    {
        var message = await ReceiveAsync();
        if (!IsOf(type, message))
        {
            throw new InvalidOperationException($"The server sent no {type}: {message}");
        }
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsOf(string type, JsonElement message) => message.ValueKind == JsonValueKind.Object && message.GetProperty("type").GetString() == type;

    private async Task SendAsync(object message)
    {
        using var patience = new CancellationTokenSource(Patience);
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, patience.Token);
    }
}
