using IpMarketplace.GraphQL.AspNetCore.WebSockets;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Validation.Limits;
using Microsoft.AspNetCore.Routing;

namespace IpMarketplace.GraphQL.AspNetCore.Http;

/// <summary>Maps the GraphQL endpoint.</summary>
public static class GraphQLEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Post, HttpMethods.Connect];

    /// <summary>
    /// Serves the schema of the services at a path, by GraphQL over HTTP and by graphql-transport-ws; a browser that opens the path gets the
    /// explorer. The schema is built when the executor is first asked for; a host that wants a faulty one to stop its start resolves <see cref="IRequestExecutor"/> before it listens.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="configure">Changes the settings.</param>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string pattern = "/graphql", Action<GraphQLHttpOptions>? configure = null)
    {
        var options = new GraphQLHttpOptions();
        configure?.Invoke(options);
        var services = endpoints.ServiceProvider;
        var executor = new Lazy<IRequestExecutor>(services.GetRequiredService<IRequestExecutor>);
        var handler = new GraphQLHttpHandler(executor, options, services.GetRequiredService<RequestLimits>(), services.GetService<TimeProvider>() ?? TimeProvider.System);
        var sockets = endpoints.SocketPipeline(executor, options.Sockets);
        return endpoints.MapMethods(pattern, Methods, context => SocketHandler.IsHandshake(context) ? sockets(context) : handler.HandleAsync(context)).WithDisplayName("GraphQL");
    }
}
