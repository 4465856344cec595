using System.Security.Claims;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.TypeSystem.Sdl;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Tests.Execution;

/// <summary>An engine over a schema from text; each request has a service scope of its own.</summary>
internal sealed class TestEngine(ServiceProvider services) : IAsyncDisposable
{
    public static TestEngine Of(SchemaBuilder schema, ExecutionOptions? options = null, Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection().AddSingleton(_ => schema.Build()).AddGraphQLExecution(options ?? new ExecutionOptions());
        configure?.Invoke(services);
        return new TestEngine(services.BuildServiceProvider());
    }

    public IServiceProvider Services => services;

    /// <summary>The response as JSON text.</summary>
    public async Task<string> AskAsync(string document, string? variables = null, ClaimsPrincipal? user = null, CancellationToken ct = default)
    {
        await using var scope = services.CreateAsyncScope();
        var text = OperationRequest.FromText(document, variables);
        var request = new OperationRequest { Document = text.Document, Variables = text.Variables, Services = scope.ServiceProvider, User = user };
        await using var result = await services.GetRequiredService<IRequestExecutor>().ExecuteAsync(request, ct);
        return ((OperationResult)result).ToJson();
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
