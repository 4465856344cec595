using System.Security.Claims;
using IpMarketplace.Accounts.Sessions;
using IpMarketplace.Api.Http;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Persistence;

namespace IpMarketplace.Api.Authentication;

/// <summary>
/// Who makes the request that the services of a scope serve: of an HTTP request its bearer; of an operation on a socket the bearer of the token of
/// <c>connection_init</c>, for every event anew.
/// </summary>
internal sealed class Caller
{
    /// <summary>The caller of the HTTP request under way; the system's own work has none and sees what a visitor sees.</summary>
    public Caller(IHttpContextAccessor http)
    {
        if (http.HttpContext is { } context)
        {
            Become(context, context.User, context.TraceIdentifier, context.Request.Headers["Idempotency-Key"]);
        }
    }

    /// <summary>What the caller may see and do.</summary>
    public Viewer Viewer { get; private set; } = Viewer.Visitor;

    /// <summary>Who stands in the history of what is changed.</summary>
    public Actor Actor { get; private set; } = Actor.System;

    /// <summary>From where the caller comes.</summary>
    public ClientAddress Address { get; private set; } = ClientAddress.Server;

    /// <summary>Makes this scope serve the same caller as another.</summary>
    public void Become(Caller other) => (Viewer, Actor, Address) = (other.Viewer, other.Actor, other.Address);

    /// <summary>Makes this scope serve a caller.</summary>
    /// <param name="connection">The HTTP request, or the handshake of the socket.</param>
    /// <param name="user">Whose token it was.</param>
    /// <param name="requestId">What logs and history name the request by.</param>
    /// <param name="idempotencyKey">The header <c>Idempotency-Key</c>.</param>
    public void Become(HttpContext connection, ClaimsPrincipal user, string requestId, string? idempotencyKey = null)
    {
        Address = Client.AddressOf(connection);
        Viewer = ViewerClaims.Read(user);
        Actor = new Actor(Viewer.IsSignedIn ? Viewer.UserId : null, Viewer.OrganizationId, requestId) { IdempotencyKey = idempotencyKey };
    }
}
