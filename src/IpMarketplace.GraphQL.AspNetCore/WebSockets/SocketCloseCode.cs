namespace IpMarketplace.GraphQL.AspNetCore.WebSockets;

/// <summary>Why the server closes a socket: codes of RFC 6455 below 4000, of graphql-transport-ws from 4400, and one of our own.</summary>
public static class SocketCloseCode
{
    /// <summary>The client has closed; the answer to it.</summary>
    public const int Normal = 1000;

    /// <summary>The server stops; connect again.</summary>
    public const int GoingAway = 1001;

    /// <summary>A binary message; the protocol knows only text.</summary>
    public const int UnsupportedData = 1003;

    /// <summary>A message larger than <see cref="GraphQLSocketOptions.MaxMessageSize"/>.</summary>
    public const int MessageTooBig = 1009;

    /// <summary>A message that the protocol does not know; the reason says what is wrong with it.</summary>
    public const int BadRequest = 4400;

    /// <summary><c>subscribe</c> before the connection was acknowledged.</summary>
    public const int Unauthorized = 4401;

    /// <summary>The connection was refused, or the token it was opened with has expired.</summary>
    public const int Forbidden = 4403;

    /// <summary>The client does not offer <c>graphql-transport-ws</c>.</summary>
    public const int SubprotocolNotAcceptable = 4406;

    /// <summary><c>connection_init</c> did not come in time.</summary>
    public const int ConnectionInitialisationTimeout = 4408;

    /// <summary>An operation with this id is running.</summary>
    public const int SubscriberAlreadyExists = 4409;

    /// <summary>A second <c>connection_init</c>.</summary>
    public const int TooManyInitialisationRequests = 4429;

    /// <summary>The user has as many sockets open as are allowed.</summary>
    public const int TooManySockets = 4430;

    /// <summary>A fault of the server; the log has the details.</summary>
    public const int InternalServerError = 4500;

    /// <summary>The client did not answer a ping in time.</summary>
    public const int PongTimeout = 4504;
}
