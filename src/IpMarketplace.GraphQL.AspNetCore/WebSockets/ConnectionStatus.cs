using System.Security.Claims;

namespace IpMarketplace.GraphQL.AspNetCore.WebSockets;

/// <summary>The answer to <c>connection_init</c>.</summary>
public sealed class ConnectionStatus
{
    private ConnectionStatus() { }

    /// <summary>Whether the client may go on; otherwise the socket is closed with 4403.</summary>
    public bool Accepted { get; private init; }

    /// <summary>Why not: the reason of the closing.</summary>
    public string? Message { get; private init; }

    /// <summary>Who asks on this socket; null leaves the user of the handshake.</summary>
    public ClaimsPrincipal? User { get; private init; }

    /// <summary>When the socket is closed with 4403 because what it was opened with is no longer good; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; private init; }

    /// <summary>The payload of <c>connection_ack</c>; null for none.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; private init; }

    /// <summary>Lets the client go on.</summary>
    /// <param name="user">Who asks on this socket; null leaves the user of the handshake.</param>
    /// <param name="expiresAt">Until when; null for as long as it likes.</param>
    /// <param name="extensions">The payload of <c>connection_ack</c>.</param>
    public static ConnectionStatus Accept(ClaimsPrincipal? user = null, DateTimeOffset? expiresAt = null, IReadOnlyDictionary<string, object?>? extensions = null) =>
        new() { Accepted = true, User = user, ExpiresAt = expiresAt, Extensions = extensions };

    /// <summary>Refuses the client.</summary>
    /// <param name="message">Why; cut to what fits into a closing frame, 123 bytes.</param>
    public static ConnectionStatus Reject(string message = "Forbidden") => new() { Message = message };
}
