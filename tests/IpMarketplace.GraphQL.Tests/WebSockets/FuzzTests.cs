using System.Net.WebSockets;
using System.Text;

namespace IpMarketplace.GraphQL.Tests.WebSockets;

/// <summary>Sockets that are sent what nobody would send: each is answered or closed for a reason of the client, never for one of the server.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Seeds =
    [
        """{"type":"connection_init"}""",
        """{"type":"ping","payload":{"a":[1,"\u00e9",null]}}""",
        """{"type":"subscribe","id":"1","payload":{"query":"{ hello }","variables":{"a":1},"extensions":{}}}""",
        """{"type":"subscribe","id":"2","payload":{"query":"subscription { news(topic: \"a\") }","operationName":null}}""",
        """{"type":"complete","id":"1"}""",
    ];

    [Fact]
    public async Task Mutated_messages_are_never_the_fault_of_the_server()
    {
        var random = new Random(20260302);
        await using var server = await NewsServer.StartAsync(options => options.MaxMessageSize = 2_000);
        for (var socket = 0; socket < 400; socket++)
        {
            using var reader = await server.EnterAsync();
            for (var message = 0; message < 10; message++)
            {
                await reader.SendAsync(Mutated(random), random.Next(50) == 0 ? WebSocketMessageType.Binary : WebSocketMessageType.Text, isLast: random.Next(20) > 0);
            }
            await reader.SendAsync(new byte[2_001]);
            for (var answer = await reader.ReceiveAsync(); ; answer = await reader.ReceiveAsync())
            {
                if (answer[0] != '{')
                {
                    Assert.Matches("^(1003|1007|1009|4400|4409|4429) ", answer);
                    break;
                }
            }
        }
        await server.News.WhenListenersAsync(0);
        using var after = await server.EnterAsync();
        await after.SubscribeAsync("1", "{ hello }");
        Assert.Equal("""{"type":"next","id":"1","payload":{"data":{"hello":"hello world"}}}""", await after.ReceiveAsync());
    }

    private static byte[] Mutated(Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(Seeds[random.Next(Seeds.Length)]).ToList();
        for (var i = random.Next(4); i > 0; i--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(3))
            {
                case 0: bytes[at] = (byte)random.Next(32, 127); break;
                case 1: bytes.RemoveAt(at); break;
                default: bytes.InsertRange(at, bytes.Take(random.Next(bytes.Count)).ToList()); break;
            }
        }
        return [.. bytes];
    }
}
