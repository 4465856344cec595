using IpMarketplace.GraphQL.AspNetCore.Http;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.TypeSystem;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpMarketplace.GraphQL.Tests.Http;

/// <summary>A schema on a real server, on a free port of this machine.</summary>
internal sealed class HostedSchema(WebApplication server) : IAsyncDisposable
{
    /// <summary>Speaks to the server; relative addresses are those below <c>/graphql</c>.</summary>
    public HttpClient Client { get; } = new() { BaseAddress = new Uri(server.Urls.Single() + "/graphql") };

    public IServiceProvider Services => server.Services;

    public static Task<HostedSchema> StartAsync(
        Func<Schema> schema, Action<GraphQLHttpOptions>? http = null, ExecutionOptions? execution = null, Action<IServiceCollection>? configure = null) =>
        StartAsync(services =>
        {
            services.AddSingleton(_ => schema()).AddGraphQLExecution(execution ?? new ExecutionOptions());
            configure?.Invoke(services);
        }, http);

    public static async Task<HostedSchema> StartAsync(
        Action<IServiceCollection> configure, Action<GraphQLHttpOptions>? http = null, Func<HttpContext, Func<Task>, Task>? before = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        configure(builder.Services);
        var server = builder.Build();
        if (before is not null)
        {
            server.Use(before);
        }
        server.MapGraphQL(configure: http);
        await server.StartAsync();
        return new HostedSchema(server);
    }

    /// <summary>Ends the server as a host does; streams that are open end with it.</summary>
    public Task StopAsync() => server.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.DisposeAsync();
    }
}
