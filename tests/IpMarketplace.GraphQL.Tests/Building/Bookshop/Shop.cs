using System.Security.Claims;
using IpMarketplace.GraphQL.Building;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Tests.Building.Bookshop;

/// <summary>The bookshop's server; every caller is signed in and has every permission, unless said otherwise.</summary>
internal sealed class Shop
{
    private readonly ServiceProvider _services;

    public Shop(Action<GraphQLServerBuilder>? configure = null)
    {
        var services = new ServiceCollection().AddSingleton<Stock>().AddSingleton<IAuthorizationHandler, AllowAll>();
        var builder = BookshopSchema.AddTo(services);
        configure?.Invoke(builder);
        _services = services.BuildServiceProvider();
    }

    /// <summary>The response as JSON.</summary>
    public async Task<string> AskAsync(string document, string? variables = null)
    {
        await using var result = await ExecuteAsync(document, variables);
        return ((OperationResult)result).ToJson();
    }

    public ValueTask<IExecutionResult> ExecuteAsync(string document, string? variables = null)
    {
        var text = OperationRequest.FromText(document, variables);
        var request = new OperationRequest
        {
            Document = text.Document,
            Variables = text.Variables,
            User = new ClaimsPrincipal(new ClaimsIdentity("test")),
        };
        return ExecuteAsync(request);
    }

    public ValueTask<IExecutionResult> ExecuteAsync(OperationRequest request) => _services.GetRequiredService<IRequestExecutor>().ExecuteAsync(request);

    public T Service<T>() where T : notnull => _services.GetRequiredService<T>();

    private sealed class AllowAll : IAuthorizationHandler
    {
        public ValueTask<AuthorizationDecision> AuthorizeAsync(
            ClaimsPrincipal user, string? policy, IReadOnlyList<string> roles, IServiceProvider services, CancellationToken ct) => new(AuthorizationDecision.Allowed);
    }
}
