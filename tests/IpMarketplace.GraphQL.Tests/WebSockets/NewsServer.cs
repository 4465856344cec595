using System.Net;
using System.Security.Claims;
using System.Text.Json;
using IpMarketplace.GraphQL.AspNetCore.Http;
using IpMarketplace.GraphQL.AspNetCore.WebSockets;
using IpMarketplace.GraphQL.Building;
using IpMarketplace.GraphQL.Execution;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpMarketplace.GraphQL.Tests.WebSockets;

/// <summary>A real server with sockets, on a free port of this machine and with a clock of its own.</summary>
internal sealed class NewsServer : IAsyncDisposable
{
    private readonly WebApplication _server;

    private NewsServer(WebApplication server, SteppingClock clock)
    {
        (_server, Clock) = (server, clock);
        Address = new Uri(server.Urls.Single().Replace("http", "ws", StringComparison.Ordinal) + "/graphql");
    }

    public SteppingClock Clock { get; }

    public Uri Address { get; }

    public Newsroom News => _server.Services.GetRequiredService<Newsroom>();

    public ITopicEventSender Events => _server.Services.GetRequiredService<ITopicEventSender>();

    public static async Task<NewsServer> StartAsync(Action<GraphQLSocketOptions>? configure = null, HttpProtocols protocols = HttpProtocols.Http1)
    {
        var clock = new SteppingClock();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = protocols));
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<Newsroom>().AddScoped<Served>();
        builder.Services.AddGraphQLServer()
            .AddTypes(typeof(NewsQueries), typeof(NewsMutations), typeof(NewsSubscriptions))
            .AddScopedServiceInitializer<Served>((request, opened) => opened.Who = request.Who)
            .AddSocketSessionInterceptor<Doorkeeper>();
        var server = builder.Build();
        server.MapGraphQL(configure: options => configure?.Invoke(options.Sockets));
        await server.StartAsync();
        return new NewsServer(server, clock);
    }

    public Task<NewsReader> ConnectAsync(string? subprotocol = NewsReader.Subprotocol, string? origin = null) => NewsReader.ConnectAsync(Address, subprotocol, origin);

    public Task<NewsReader> ConnectOverHttp2Async() => NewsReader.ConnectAsync(Address, NewsReader.Subprotocol, null, HttpVersion.Version20);

    /// <summary>A client that may subscribe.</summary>
    public async Task<NewsReader> EnterAsync(string? user = null)
    {
        var reader = await ConnectAsync();
        await reader.SendAsync(user is null ? """{"type":"connection_init"}""" : $$$"""{"type":"connection_init","payload":{"user":"{{{user}}}"}}""");
        Assert.StartsWith("""{"type":"connection_ack""", await reader.ReceiveAsync(), StringComparison.Ordinal);
        return reader;
    }

    public Task StopAsync() => _server.StopAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>Lets in who says a name, for an hour; names tell it what to do.</summary>
    private sealed class Doorkeeper(TimeProvider clock) : ISocketSessionInterceptor
    {
        public ValueTask<ConnectionStatus> OnConnectAsync(ISocketSession session, JsonElement payload, CancellationToken ct) =>
            ValueTask.FromResult((payload.ValueKind == JsonValueKind.Object && payload.TryGetProperty("user", out var user) ? user.GetString() : null) switch
            {
                null => ConnectionStatus.Accept(),
                "stranger" => ConnectionStatus.Reject("No strangers."),
                "breaker" => throw new InvalidOperationException("The door is broken."),
                { } name => ConnectionStatus.Accept(
                    new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], "spoken")), clock.GetUtcNow().AddHours(1), new Dictionary<string, object?> { ["welcome"] = name }),
            });

        public ValueTask OnRequestAsync(ISocketSession session, string operationId, IServiceProvider services, CancellationToken ct)
        {
            services.GetRequiredService<Served>().Who = operationId == "broken" ? throw new InvalidOperationException("The desk is broken.") : session.User.Identity?.Name ?? "a visitor";
            return ValueTask.CompletedTask;
        }
    }
}
