using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IpMarketplace.GraphQL.Tests.Fuzzing;

/// <summary>A connection that sends any bytes as a request and reads the response; it is opened anew when the server has closed it.</summary>
internal sealed class RawConnection(IPEndPoint server) : IDisposable
{
    private readonly byte[] _buffer = new byte[256 * 1024];
    private Socket? _socket;
    private int _filled;

    /// <summary>Sends a request and reads the response: its status and body. Null where the server has closed the connection without a word.</summary>
    public async Task<(int Status, string Body)?> AskAsync(ReadOnlyMemory<byte> request, CancellationToken ct)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var isFresh = _socket is null;
            _socket ??= await ConnectAsync(ct);
            try
            {
                await _socket.SendAsync(request, ct);
                if (await ReadResponseAsync(ct) is { } response)
                {
                    return response;
                }
            }
            catch (SocketException)
            {
                _filled = 0;
            }
            Close();
            if (isFresh)
            {
                break;
            }
        }
        return null;
    }

    /// <summary>Ends the connection: the next request opens another.</summary>
    public void Close()
    {
        _socket?.Dispose();
        _socket = null;
    }

    public void Dispose() => Close();

    private async Task<Socket> ConnectAsync(CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server, ct);
        return socket;
    }

    private async Task<(int Status, string Body)?> ReadResponseAsync(CancellationToken ct)
    {
        _filled = 0;
        var headEnd = -1;
        while ((headEnd = _buffer.AsSpan(0, _filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!await FillAsync(ct))
            {
                return null;
            }
        }
        var head = Encoding.ASCII.GetString(_buffer, 0, headEnd);
        var status = int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture);
        var start = headEnd + 4;
        var body = Header(head, "Content-Length") is { } length
            ? await ReadBodyAsync(start, int.Parse(length, CultureInfo.InvariantCulture), ct)
            : Header(head, "Transfer-Encoding") == "chunked" ? await ReadChunksAsync(start, ct) : "";
        if (Header(head, "Connection") == "close")
        {
            Close();
        }
        return (status, body);
    }

    private async Task<string> ReadBodyAsync(int start, int length, CancellationToken ct)
    {
        while (_filled < start + length && await FillAsync(ct))
        {
        }
        return Encoding.UTF8.GetString(_buffer, start, Math.Min(length, _filled - start));
    }

    private async Task<string> ReadChunksAsync(int start, CancellationToken ct)
    {
        while (!_buffer.AsSpan(start, _filled - start).EndsWith("0\r\n\r\n"u8) && await FillAsync(ct))
        {
        }
        return Encoding.UTF8.GetString(_buffer, start, _filled - start);
    }

    private async Task<bool> FillAsync(CancellationToken ct)
    {
        var read = await _socket!.ReceiveAsync(_buffer.AsMemory(_filled), ct);
        _filled += read;
        return read > 0;
    }

    private static string? Header(string head, string name)
    {
        var at = head.IndexOf($"\r\n{name}: ", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }
        at += name.Length + 4;
        var end = head.IndexOf('\r', at);
        return end < 0 ? head[at..] : head[at..end];
    }
}
