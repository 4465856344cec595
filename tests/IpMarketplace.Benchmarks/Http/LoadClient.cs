using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IpMarketplace.Benchmarks.Http;

/// <summary>What a load run saw.</summary>
/// <param name="Requests">Answers with status 200.</param>
/// <param name="Elapsed">Wall time.</param>
/// <param name="AnswerBytes">Bytes of one answer's body.</param>
public sealed record LoadResult(long Requests, TimeSpan Elapsed, int AnswerBytes)
{
    /// <summary>Answers a second.</summary>
    public double PerSecond => Requests / Elapsed.TotalSeconds;
}

/// <summary>
/// A small client that keeps a bounded number of connections to a loopback address busy for a bounded time, one request at a time on each.
/// It does as little as it can, so that the server is what is measured.
/// </summary>
public static class LoadClient
{
    /// <summary>Sends the same request over and over and counts the answers.</summary>
    /// <exception cref="InvalidOperationException">The address is not loopback, or an answer is not 200.</exception>
    public static async Task<LoadResult> RunAsync(Uri address, byte[] request, int connections, TimeSpan duration)
    {
        if (!address.IsLoopback)
        {
            throw new InvalidOperationException($"{address} is not on this machine; the load client sends to loopback only.");
        }
        var clock = Stopwatch.StartNew();
        var runs = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => RunOneAsync(address, request, clock, duration))));
        return new LoadResult(runs.Sum(run => run.Requests), clock.Elapsed, runs[0].AnswerBytes);
    }

    /// <summary>The bytes of a POST of JSON.</summary>
    public static byte[] Post(Uri address, string json, string? token = null)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var head = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"POST {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Type: application/json\r\nAccept: application/json\r\nContent-Length: {body.Length}\r\n");
        if (token is not null)
        {
            head.Append(CultureInfo.InvariantCulture, $"Authorization: Bearer {token}\r\n");
        }
        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. body];
    }

    private static async Task<(long Requests, int AnswerBytes)> RunOneAsync(Uri address, byte[] request, Stopwatch clock, TimeSpan duration)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, address.Port));
        var buffer = new byte[64 * 1024];
        long requests = 0;
        var answer = 0;
        while (clock.Elapsed < duration)
        {
            await socket.SendAsync(request);
            answer = await ReadAnswerAsync(socket, buffer);
            requests++;
        }
        return (requests, answer);
    }

    private static async Task<int> ReadAnswerAsync(Socket socket, byte[] buffer)
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
                return length;
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
