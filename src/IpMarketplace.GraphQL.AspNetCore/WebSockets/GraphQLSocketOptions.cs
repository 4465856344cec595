namespace IpMarketplace.GraphQL.AspNetCore.WebSockets;

/// <summary>Settings of GraphQL over WebSockets.</summary>
public sealed class GraphQLSocketOptions
{
    /// <summary>How long a client may take from the handshake to <c>connection_init</c>; then the socket is closed with 4408.</summary>
    public TimeSpan ConnectionInitializationTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After how long a silence the client is pinged.</summary>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a pinged client may stay silent; then it counts as gone and the socket is closed with 4504.</summary>
    public TimeSpan PongTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long one message may wait for the client to take it; then the connection is cut.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the client may take to answer the server's closing; then the connection is cut.</summary>
    public TimeSpan CloseTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The largest message of a client, in bytes; a larger one closes the socket with 1009.</summary>
    public int MaxMessageSize { get; set; } = 1024 * 1024;

    /// <summary>How many operations may run on a socket at a time; a further one is answered with the error <c>OPERATION_LIMIT_EXCEEDED</c>.</summary>
    public int MaxOperationsPerSocket { get; set; } = 100;

    /// <summary>
    /// How many sockets a client may have open: a user, or for visitors an address (of IPv6 the network). A further one is refused with HTTP 429, or
    /// closed with 4430 when it signs in.
    /// </summary>
    public int MaxSocketsPerClient { get; set; } = 100;

    /// <summary>
    /// Origins besides the server's own whose pages may open sockets, such as <c>https://market.example</c>. Browsers let any page open a socket
    /// anywhere, so the server has to look.
    /// </summary>
    public IReadOnlyCollection<string> AllowedOrigins { get; set; } = [];
}
