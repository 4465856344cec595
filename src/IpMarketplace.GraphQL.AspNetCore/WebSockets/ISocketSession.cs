using System.Security.Claims;

namespace IpMarketplace.GraphQL.AspNetCore.WebSockets;

/// <summary>One client on one socket, as an interceptor sees it.</summary>
public interface ISocketSession
{
    /// <summary>What logs name the socket by: the handshake's id.</summary>
    string Id { get; }

    /// <summary>The handshake. It lives as long as the socket; it is not that of an operation, and not to be used by several at a time.</summary>
    HttpContext Handshake { get; }

    /// <summary>Who asks: the user of <see cref="ConnectionStatus"/>; before, that of the handshake.</summary>
    ClaimsPrincipal User { get; }
}
