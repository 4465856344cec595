using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Validation.Limits;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpMarketplace.GraphQL.AspNetCore.WebSockets;

/// <summary>Puts together what serves sockets.</summary>
internal static class SocketEndpoint
{
    /// <summary>Serves handshakes; the server's stop closes all sockets.</summary>
    public static RequestDelegate SocketPipeline(this IEndpointRouteBuilder endpoints, Lazy<IRequestExecutor> executor, GraphQLSocketOptions options)
    {
        var services = endpoints.ServiceProvider;
        var environment = new SocketEnvironment(
            executor,
            services.GetService<ISocketSessionInterceptor>() ?? new DefaultSocketSessionInterceptor(),
            services.GetRequiredService<IServiceScopeFactory>(),
            options,
            services.GetRequiredService<RequestLimits>(),
            new OpenSockets(options.MaxSocketsPerClient),
            services.GetService<TimeProvider>() ?? TimeProvider.System,
            services.GetRequiredService<ILoggerFactory>().CreateLogger<SocketSession>());
        services.GetService<IHostApplicationLifetime>()?.ApplicationStopping.Register(environment.Sockets.Stop);
        var pipeline = endpoints.CreateApplicationBuilder().UseWebSockets();
        pipeline.Run(new SocketHandler(environment).HandleAsync);
        return pipeline.Build();
    }
}
