using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IpMarketplace.Benchmarks.Http;

/// <summary>
/// A small client that keeps a bounded number of connections to a loopback address busy for a bounded time, one request at a time on each.
/// It does as little as it can, so that the server is what is measured.
/// </summary>
internal sealed class OwnLoad : ILoadGenerator
{
    public async Task<double> RunAsync(Uri server, Load load, int connections, TimeSpan duration)
    {
        if (!server.IsLoopback)
        {
            throw new InvalidOperationException($"{server} is not on this machine; load is sent to loopback only.");
        }
        byte[][] requests = [.. Enumerable.Range(0, load.Count).Select(i => Request(server, load, i))];
        var clock = Stopwatch.StartNew();
        var runs = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => RunOneAsync(server, requests, clock, duration))));
        return runs.Sum() / clock.Elapsed.TotalSeconds;
    }

    /// <summary>The bytes of a request.</summary>
    public static byte[] Request(Uri server, Load load, int i)
    {
        var body = Encoding.UTF8.GetBytes(load.Body(i));
        var head = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"POST {load.Path(i)} HTTP/1.1\r\nHost: {server.Authority}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Type: application/json\r\nAccept: application/json\r\nContent-Length: {body.Length}\r\n");
        if (load.Token is not null)
        {
            head.Append(CultureInfo.InvariantCulture, $"Authorization: Bearer {load.Token}\r\n");
        }
        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. body];
    }

    private static async Task<long> RunOneAsync(Uri server, byte[][] requests, Stopwatch clock, TimeSpan duration)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, server.Port));
        var buffer = new byte[64 * 1024];
        long sent = 0;
        while (clock.Elapsed < duration)
        {
            await socket.SendAsync(requests[sent % requests.Length]);
            await ReadAnswerAsync(socket, buffer);
            sent++;
        }
        return sent;
    }

    private static async Task ReadAnswerAsync(Socket socket, byte[] buffer)
    {
        var read = 0;
        while (true)
        {
            var count = await socket.ReceiveAsync(buffer.AsMemory(read));
            if (count == 0)
            {
                throw new InvalidOperationException("The server closed the connection in the middle of an answer.");
            }
            read += count;
            var headEnd = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
            if (headEnd < 0)
            {
                continue;
            }
            var length = ContentLength(buffer.AsSpan(0, headEnd));
            if (headEnd + 4 + length == read)
            {
                return;
            }
            if (read == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }
    }

    private static int ContentLength(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("HTTP/1.1 200"u8))
        {
            throw new InvalidOperationException($"The server answered {Encoding.ASCII.GetString(head)}");
        }
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0)
        {
            throw new InvalidOperationException("The answer has no Content-Length; this client reads no chunks.");
        }
        var number = head[(at + "Content-Length: "u8.Length)..];
        var end = number.IndexOf((byte)'\r');
        return int.Parse(end < 0 ? number : number[..end], CultureInfo.InvariantCulture);
    }
}
