using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using IpMarketplace.GraphQL.AspNetCore.Http;
using Microsoft.AspNetCore.Connections;

namespace IpMarketplace.GraphQL.AspNetCore.WebSockets;

/// <summary>
/// Messages over a WebSocket. While the client is silent no memory is held for it. One message is sent at a time; who has another waits for its turn,
/// and a client that does not take its message in time is cut off.
/// </summary>
internal sealed class SocketConnection(WebSocket socket, HttpContext handshake, GraphQLSocketOptions options, TimeProvider clock) : IDisposable
{
    private const int FirstBuffer = 4096;
    private const int LongestReason = 123; // RFC 6455, 5.5: a control frame carries 125 bytes, two of them the code
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _closed = new();
    private byte[]? _received;
    private Task? _closing;
    private ITimer? _closeTimer;
    private bool _isDisposed;

    /// <summary>Cancelled once the socket is being closed.</summary>
    public CancellationToken Closed => _closed.Token;

    /// <summary>Waits for a message. Its bytes are good until <see cref="Release"/>.</summary>
    /// <returns>The message; null when the client is gone.</returns>
    /// <exception cref="SocketRefusedException">It is too large, or binary.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync()
    {
        try
        {
            var length = 0;
            var part = await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None);
            while (part.MessageType != WebSocketMessageType.Close)
            {
                length += part.Count;
                if (Closed.IsCancellationRequested)
                {
                    // It is read all the same, or the connection would be reset before the client has seen the closing.
                    length = 0;
                }
                else if (part.MessageType == WebSocketMessageType.Binary)
                {
                    throw new SocketRefusedException(SocketCloseCode.UnsupportedData, "Messages are text.");
                }
                else if (length > options.MaxMessageSize)
                {
                    throw new SocketRefusedException(SocketCloseCode.MessageTooBig, $"A message has at most {options.MaxMessageSize} bytes.");
                }
                else if (part.EndOfMessage)
                {
                    return _received.AsMemory(0, length);
                }
                MakeRoom(length);
                part = await socket.ReceiveAsync(_received.AsMemory(length), CancellationToken.None);
            }
        }
        catch (Exception exception) when (IsDisconnection(exception))
        {
            Abort();
        }
        return null;
    }

    /// <summary>Gives the bytes of the last message back.</summary>
    public void Release()
    {
        if (_received is not null)
        {
            ArrayPool<byte>.Shared.Return(_received);
            _received = null;
        }
    }

    /// <summary>Sends a message when its turn has come.</summary>
    /// <param name="message">Written only then.</param>
    /// <param name="isWanted">Asked then, too; a message that is no longer wanted is dropped.</param>
    /// <returns>Whether it was sent.</returns>
    public async ValueTask<bool> SendAsync(OutgoingMessage message, Func<bool>? isWanted = null)
    {
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            if (Closed.IsCancellationRequested || isWanted?.Invoke() == false)
            {
                return false;
            }
            var buffer = ResponseBuffer.Rent();
            try
            {
                message.WriteTo(buffer);
                await SendAsync(buffer.WrittenMemory);
                return true;
            }
            finally
            {
                buffer.Return();
            }
        }
        catch (Exception exception) when (IsDisconnection(exception))
        {
            Abort();
            return false;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Begins to close the socket; only the first reason counts. What the client still sends is dropped, until it answers or its time is up.</summary>
    public void Close(int code, string reason)
    {
        lock (_gate)
        {
            if (_closing is not null)
            {
                return;
            }
            _closeTimer = clock.CreateTimer(static self => ((SocketConnection)self!).Abort(), this, options.CloseTimeout, Timeout.InfiniteTimeSpan);
            _closing = CloseAsync(code, Fitting(reason));
        }
        _closed.Cancel();
    }

    /// <summary>Waits until the closing is sent, or cut short.</summary>
    public Task WhenClosedAsync()
    {
        lock (_gate)
        {
            return _closing ?? Task.CompletedTask;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _closeTimer?.Dispose();
        }
        Release();
        socket.Dispose();
    }

    private static bool IsDisconnection(Exception exception) =>
        exception is WebSocketException or IOException or ConnectionAbortedException or OperationCanceledException or ObjectDisposedException;

    private static string Fitting(string reason)
    {
        while (Encoding.UTF8.GetByteCount(reason) > LongestReason)
        {
            reason = reason[..^1];
        }
        return reason;
    }

    private void MakeRoom(int length)
    {
        if (_received?.Length > length)
        {
            return;
        }
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(FirstBuffer, length * 2));
        _received?.CopyTo(larger, 0);
        Release();
        _received = larger;
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> text)
    {
        var sending = socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        if (sending.IsCompletedSuccessfully)
        {
            return;
        }
        using var patience = clock.CreateTimer(static self => ((SocketConnection)self!).Abort(), this, options.SendTimeout, Timeout.InfiniteTimeSpan);
        await sending;
    }

    private async Task CloseAsync(int code, string reason)
    {
        try
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, CancellationToken.None);
        }
        catch (Exception exception) when (IsDisconnection(exception))
        {
            Abort();
        }
    }

    private void Abort()
    {
        lock (_gate)
        {
            if (!_isDisposed)
            {
                handshake.Abort();
            }
        }
    }
}
