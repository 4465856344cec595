using System.Text.Json;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Results;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Testing;

/// <summary>One subscription; every wait ends within half a minute.</summary>
public sealed class Listener : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly AsyncServiceScope _scope;
    private readonly IExecutionResult _result;
    private readonly IAsyncEnumerator<OperationResult>? _responses;

    private Listener(AsyncServiceScope scope, IExecutionResult result)
    {
        _scope = scope;
        _result = result;
        _responses = (result as ResponseStream)?.ReadResultsAsync().GetAsyncEnumerator();
    }

    /// <summary>Subscribes; once it returns, no event is missed.</summary>
    /// <param name="server">The server.</param>
    /// <param name="operation">The path of a file under <c>schema/operations</c>.</param>
    /// <param name="variables">An object to be written as JSON.</param>
    /// <param name="user">A user name; null for a visitor.</param>
    public static async Task<Listener> StartAsync(TestMarketplace server, string operation, object? variables = null, string? user = null)
    {
        var scope = server.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        if (user is not null)
        {
            context.Request.Headers.Authorization = $"Bearer {await server.Client.TokenOfAsync(user)}";
            context.User = (await context.AuthenticateAsync()).Principal!;
        }
        server.Services.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        var request = new OperationRequest
        {
            Document = System.Text.Encoding.UTF8.GetBytes(Repository.Operation(operation)),
            Variables = variables is null ? default : JsonSerializer.SerializeToUtf8Bytes(variables),
            Services = scope.ServiceProvider,
            User = context.User,
        };
        return new Listener(scope, await server.Services.GetRequiredService<IRequestExecutor>().ExecuteAsync(request));
    }

    /// <summary>The next event, or the answer that there is no subscription.</summary>
    public async Task<Answer> NextAsync()
    {
        if (_result is OperationResult refused)
        {
            return Read(refused);
        }
        return await _responses!.MoveNextAsync().AsTask().WaitAsync(Patience) ? Read(_responses.Current) : throw new InvalidOperationException("The subscription has ended.");
    }

    /// <summary>Waits for the end of the subscription; an event before it is a failure.</summary>
    public async Task EndAsync()
    {
        if (await _responses!.MoveNextAsync().AsTask().WaitAsync(Patience))
        {
            throw new InvalidOperationException($"The subscription goes on: {_responses.Current.ToJson()}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _result.DisposeAsync();
        await _scope.DisposeAsync();
    }

    private static Answer Read(OperationResult result) => new(JsonSerializer.Deserialize<JsonElement>(result.ToJson()), 200, "");
}
