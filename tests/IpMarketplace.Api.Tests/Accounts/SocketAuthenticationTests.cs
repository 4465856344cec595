using IpMarketplace.Api.Tests.Licensing;
using IpMarketplace.Testing;
using static IpMarketplace.Api.Tests.Licensing.OpenPathMarket;

namespace IpMarketplace.Api.Tests.Accounts;

/// <summary>Who asks on a socket, and until when.</summary>
public sealed class SocketAuthenticationTests(OpenPathMarket market) : IClassFixture<OpenPathMarket>
{
    private const string WhoAmI = "{ viewer { userName } }";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_token_of_connection_init_says_who_asks(bool isCapital)
    {
        var token = $"bearer {await market.Server.Client.TokenOfAsync(Signatory)}";
        using var socket = await Listener.ConnectAsync(market.Server, isCapital ? new { Authorization = token } : new { authorization = token });
        await socket.ExpectAsync("connection_ack");

        await socket.SubscribeAsync("1", WhoAmI);

        Assert.Equal(Signatory, (await socket.NextAsync()).Succeeded().Text("viewer.userName"));
    }

    [Fact]
    public async Task Without_a_token_one_is_a_visitor()
    {
        using var socket = await Listener.ConnectAsync(market.Server, null);
        await socket.ExpectAsync("connection_ack");

        await socket.SubscribeAsync("1", "{ licences(first: 1) { totalCount } }");

        (await socket.NextAsync()).Faulted("AUTH_NOT_AUTHENTICATED");
    }

    [Theory]
    [InlineData("Bearer none-of-ours")]
    [InlineData("none-of-ours")]
    [InlineData("Basic dTpw")]
    [InlineData("Bearer ")]
    public async Task A_token_that_is_not_good_is_refused(string authorization)
    {
        using var socket = await Listener.ConnectAsync(market.Server, new { authorization });

        Assert.Equal("4403 The access token is not valid or has expired.", (await socket.ReceiveAsync()).GetString());
    }

    [Fact]
    public async Task A_token_that_is_no_text_is_refused_with_what_would_be_right()
    {
        using var socket = await Listener.ConnectAsync(market.Server, new { authorization = 1 });

        Assert.Equal("4403 \"authorization\" must be a string, such as \"Bearer …\".", (await socket.ReceiveAsync()).GetString());
    }

    [Fact]
    public async Task What_is_changed_over_a_socket_stands_in_the_history_of_its_user()
    {
        using var socket = await Listener.ConnectAsync(market.Server, new { authorization = $"Bearer {await market.Server.Client.TokenOfAsync(Officer)}" });
        await socket.ExpectAsync("connection_ack");
        var patentId = await market.APatentAsync();

        await socket.SubscribeAsync("1", Repository.Operation("openLicensing/createListing.graphql"), new { input = new { patentId, mode = "TRANSFER", content = Content() } });

        Assert.Equal("DRAFT", (await socket.NextAsync()).Succeeded().Text("createListing.listing.state"));
        await using var db = market.Server.Context();
        var created = db.History.OrderBy(entry => entry.Id).Last(entry => entry.AggregateType == "Listing");
        Assert.NotNull(created.ActorId);
        Assert.NotNull(created.ActorOrganizationId);
        Assert.NotNull(created.RequestId);
    }
}

/// <summary>A clock of its own: it is moved past the end of a token.</summary>
public sealed class ExpiringTokenTests
{
    [Fact]
    public async Task A_socket_ends_with_its_token_and_a_new_token_opens_another()
    {
        await using var server = await TestMarketplace.StartAsync(withDemo: true);
        using var socket = await Listener.StartAsync(server, "catalogue/patentOffered.graphql", user: "officer@qinghe.demo");
        using var visitor = await Listener.StartAsync(server, "catalogue/patentOffered.graphql");

        server.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal("4403 The access token has expired.", (await socket.ReceiveAsync()).GetString());
        using var again = await Listener.StartAsync(server, "catalogue/patentOffered.graphql", user: "officer@qinghe.demo");
        await visitor.SubscribeAsync("2", "{ __typename }");
        Assert.Equal("Query", (await visitor.NextAsync()).Succeeded().Text("__typename"));
    }
}
