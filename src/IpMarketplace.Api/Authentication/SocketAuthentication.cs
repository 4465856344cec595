using System.Text.Json;
using IpMarketplace.Api.Http;
using IpMarketplace.GraphQL.AspNetCore.WebSockets;
using Microsoft.AspNetCore.Authentication;

namespace IpMarketplace.Api.Authentication;

/// <summary>
/// Who asks on a socket: the bearer of the token in <c>connection_init</c>, which a browser can send nowhere else, or in the header of the handshake.
/// The token is judged as that of any request, and the socket ends with it.
/// </summary>
internal sealed class SocketAuthentication(IServiceScopeFactory scopes, RateLimits limits) : ISocketSessionInterceptor
{
    private const string Refused = "The access token is not valid or has expired.";

    public async ValueTask<ConnectionStatus> OnConnectAsync(ISocketSession session, JsonElement payload, CancellationToken ct)
    {
        var given = Authorization(payload);
        if (given is { ValueKind: not JsonValueKind.String })
        {
            return ConnectionStatus.Reject("\"authorization\" must be a string, such as \"Bearer …\".");
        }
        var authorization = given?.GetString() ?? session.Handshake.Request.Headers.Authorization.ToString();
        if (authorization.Length == 0)
        {
            return ConnectionStatus.Accept();
        }
        // The handlers of authentication judge a request and remember their judgement: this one has nothing but the token.
        await using var scope = scopes.CreateAsyncScope();
        var request = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = ct };
        request.Request.Headers.Authorization = authorization;
        var judged = await request.AuthenticateAsync();
        return judged.Succeeded ? ConnectionStatus.Accept(judged.Principal, judged.Properties.ExpiresUtc) : ConnectionStatus.Reject(Refused);
    }

    public ValueTask OnRequestAsync(ISocketSession session, string operationId, IServiceProvider services, CancellationToken ct)
    {
        limits.CountOperation(session.Handshake, session.User);
        services.GetRequiredService<Caller>().Become(session.Handshake, session.User, session.Id);
        return ValueTask.CompletedTask;
    }

    private static JsonElement? Authorization(JsonElement payload) =>
        payload.ValueKind == JsonValueKind.Object && (payload.TryGetProperty("authorization", out var token) || payload.TryGetProperty("Authorization", out token))
            ? token
            : null;
}
