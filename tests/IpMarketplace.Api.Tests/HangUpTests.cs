using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using IpMarketplace.Testing;
using Microsoft.Extensions.Logging;

namespace IpMarketplace.Api.Tests;

/// <summary>
/// Clients that hang up in the middle of what they asked for, thousands of them: nothing of it stays, neither the turn to write nor a lock of the database,
/// and none of it is an error. <c>IPMARKETPLACE_TEST_HANGUPS</c> says how many; writes were dead for good after 1,800.
/// </summary>
public sealed class HangUpTests
{
    private const int Clients = 24;
    private const int Usual = 5_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [Theory]
    [OnSqlite]
    [OnSqlServer]
    public async Task Writes_go_on_however_many_clients_hang_up(TestProvider provider)
    {
        var warnings = new ConcurrentQueue<string>();
        await using var market = await TestMarketplace.StartAsync(
            provider: provider, settings: ["--Logging:LogLevel:Default=Warning"], configure: builder => builder.Logging.AddProvider(new Warnings(warnings)));
        const string SignOut = """signOut(input: { refreshToken: "nobody's" }) { signedOut }""";

        await HangUpAsync(market, Request($"mutation {{ a: {SignOut} b: {SignOut} c: {SignOut} }}"), HowMany());

        var written = await market.QueryAsync($"mutation {{ {SignOut} }}").WaitAsync(Patience);
        Assert.True(written["signOut.signedOut"].GetBoolean());
        Assert.Equal(HttpStatusCode.OK, (await market.Client.Http.GetAsync("/health/ready")).StatusCode);
        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_ends_early_is_no_warning(bool isReset)
    {
        var warnings = new ConcurrentQueue<string>();
        await using var market = await TestMarketplace.StartAsync(
            settings: ["--Logging:LogLevel:Default=Warning"], configure: builder => builder.Logging.AddProvider(new Warnings(warnings)));
        var whole = Request("{ __typename }");

        for (var i = 0; i < 100; i++)
        {
            using var socket = await ConnectAsync(market, isReset);
            await socket.SendAsync(whole.AsMemory(0, whole.Length - 10));
            if (!isReset)
            {
                socket.Shutdown(SocketShutdown.Send);
                Assert.Matches("^$|^HTTP/1.1 400 ", await AnswerAsync(socket));
            }
        }

        Assert.Equal("Query", (await market.QueryAsync("{ __typename }")).Text("__typename"));
        Assert.Empty(warnings);
    }

    // Of half a request no more can be said than that it is none; the connection may be closed without a word.
    private static async Task<string> AnswerAsync(Socket socket)
    {
        var buffer = new byte[4096];
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return Encoding.UTF8.GetString(buffer, 0, await socket.ReceiveAsync(buffer, patience.Token));
        }
        catch (SocketException)
        {
            return "";
        }
    }

    private static async Task<Socket> ConnectAsync(TestMarketplace market, bool isReset)
    {
        using var patience = new CancellationTokenSource(Patience);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, LingerState = new LingerOption(isReset, 0) };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, market.Address.Port), patience.Token);
        return socket;
    }

    private static int HowMany() =>
        int.TryParse(Environment.GetEnvironmentVariable("IPMARKETPLACE_TEST_HANGUPS"), CultureInfo.InvariantCulture, out var given) ? given : Usual;

    private static byte[] Request(string document)
    {
        var body = JsonSerializer.Serialize(new { query = document });
        return Encoding.UTF8.GetBytes($"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }

    private static async Task HangUpAsync(TestMarketplace market, byte[] request, int howMany)
    {
        using var patience = new CancellationTokenSource(Patience);
        var left = howMany;
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            var random = new Random(client);
            while (Interlocked.Decrement(ref left) >= 0)
            {
                using var socket = await ConnectAsync(market, isReset: true);
                await socket.SendAsync(request, patience.Token);
                await Task.Delay(random.Next(20), patience.Token);
            }
        })));
    }

    private sealed class Warnings(ConcurrentQueue<string> written) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                written.Enqueue($"{formatter(state, exception)} {exception}");
            }
        }

        public void Dispose()
        {
        }
    }
}
