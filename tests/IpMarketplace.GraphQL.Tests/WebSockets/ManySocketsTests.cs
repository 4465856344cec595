using System.Globalization;
using System.Text.Json;
using Xunit.Abstractions;

namespace IpMarketplace.GraphQL.Tests.WebSockets;

/// <summary>Many clients at a time, and one among them that does not read.</summary>
public sealed class ManySocketsTests(ITestOutputHelper output)
{
    private const int Sockets = 1_000;
    private const int Events = 20;
    private const int SmallBuffer = 8_192;
    private static readonly string LongText = new('x', 100_000);

    [Fact]
    public async Task A_thousand_clients_get_twenty_events_each_in_order()
    {
        await using var server = await NewsServer.StartAsync(options => options.MaxSocketsPerClient = Sockets + 1);
        using var warm = await ListenAsync(server);
        await server.News.WhenListenersAsync(1);
        var clients = new List<BareClient>(Sockets);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 0; i < Sockets; i++)
        {
            clients.Add(await BareClient.ConnectAsync(server.Address));
        }
        Report("open", before);
        for (var i = 0; i < Sockets; i++)
        {
            // One after another, so that what is measured is not what the pools keep of a rush.
            await clients[i].ListenAsync("all");
            await server.News.WhenListenersAsync(i + 2);
        }
        Report("with one subscription", before);

        for (var i = 0; i < Events; i++)
        {
            await server.Events.SendAsync("all", i.ToString(CultureInfo.InvariantCulture));
        }
        var buffer = new byte[1_000];
        foreach (var client in clients)
        {
            for (var i = 0; i < Events; i++)
            {
                Assert.Equal($$$$"""{"type":"next","id":"1","payload":{"data":{"news":"{{{{i}}}}"}}}""", await client.ReceiveAsync(buffer));
            }
        }
        Report($"after {Events} events", before);

        clients.ForEach(client => client.Dispose());
        await server.News.WhenListenersAsync(1);
    }

    [Fact]
    public async Task Who_does_not_read_costs_the_others_nothing_and_is_cut_off()
    {
        await using var server = await NewsServer.StartAsync(options => options.KeepAliveInterval = TimeSpan.FromHours(1));
        using var deaf = await ListenAsync(server, SmallBuffer);
        var buffer = new byte[200_000];
        using (var reader = await ListenAsync(server))
        {
            await server.News.WhenListenersAsync(2);
            // Far more than connections and topics hold: the one who reads gets all of it, in order.
            for (var i = 0; i < 400; i++)
            {
                await server.Events.SendAsync("all", Page(i));
                Assert.Equal($$$$"""{"type":"next","id":"1","payload":{"data":{"news":"{{{{Page(i)}}}}"}}}""", await reader.ReceiveAsync(buffer));
            }
        }

        await server.News.WhenListenersAsync(1);
        await server.Clock.WhenSetAsync(TimeSpan.FromSeconds(30));
        server.Clock.Advance(TimeSpan.FromSeconds(30));

        await server.News.WhenListenersAsync(0);
    }

    [Fact]
    public async Task Who_reads_late_misses_the_oldest_events_and_gets_the_newest()
    {
        await using var server = await NewsServer.StartAsync(options => options.KeepAliveInterval = TimeSpan.FromHours(1));
        using var late = await ListenAsync(server, SmallBuffer);
        await server.News.WhenListenersAsync(1);
        for (var i = 0; i < 400; i++)
        {
            await server.Events.SendAsync("all", Page(i));
        }
        await server.Clock.WhenSetAsync(TimeSpan.FromSeconds(30));

        var buffer = new byte[200_000];
        var pages = new List<int>();
        while (pages is not [.., 399])
        {
            pages.Add(int.Parse(JsonElement.Parse(await late.ReceiveAsync(buffer)).GetProperty("payload").GetProperty("data").GetProperty("news").GetString()!.Split(' ')[0], CultureInfo.InvariantCulture));
        }

        Assert.Equal(pages.Order(), pages);
        Assert.InRange(pages.Count, 64, 399); // 64 where the operation had not begun to send before all was told
        Assert.Equal(Enumerable.Range(336, 64), pages.TakeLast(64));
    }

    private static string Page(int number) => $"{number} {LongText}";

    private static async Task<BareClient> ListenAsync(NewsServer server, int? receiveBuffer = null)
    {
        var client = await BareClient.ConnectAsync(server.Address, receiveBuffer);
        await client.ListenAsync("all");
        return client;
    }

    private void Report(string what, long before) => output.WriteLine(
        $"{Sockets} sockets {what}: {(GC.GetTotalMemory(forceFullCollection: true) - before) / Sockets:N0} bytes each, the client's side of the connection included.");
}
