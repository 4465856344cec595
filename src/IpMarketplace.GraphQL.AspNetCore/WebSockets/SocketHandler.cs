using IpMarketplace.GraphQL.AspNetCore.Http;
using IpMarketplace.GraphQL.Errors;

namespace IpMarketplace.GraphQL.AspNetCore.WebSockets;

/// <summary>The handshake of a socket: from an allowed origin, by a client that has not too many, with our subprotocol.</summary>
internal sealed class SocketHandler(SocketEnvironment environment)
{
    private const string Subprotocol = "graphql-transport-ws";

    /// <summary>Whether a request wants to become a socket: by HTTP/1.1 or by HTTP/2 (RFC 6455, RFC 8441).</summary>
    public static bool IsHandshake(HttpContext context) =>
        HttpMethods.IsConnect(context.Request.Method) || context.Request.Headers.Upgrade.Count > 0 && HttpMethods.IsGet(context.Request.Method);

    /// <summary>Serves a socket until it closes.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var client = OpenSockets.Client(context.Connection.RemoteIpAddress);
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await RefuseAsync(context, MalformedRequestException.BadRequest("The handshake of a WebSocket (RFC 6455) lacks its key or its version."));
        }
        else if (!IsFromAllowedOrigin(context.Request))
        {
            await RefuseAsync(context, new(StatusCodes.Status403Forbidden, $"Pages of {Excerpt.Of(context.Request.Headers.Origin)} may not open sockets here.", ErrorCode.NotAuthorized));
        }
        else if (!environment.Sockets.TryEnter(client))
        {
            var most = environment.Options.MaxSocketsPerClient;
            await RefuseAsync(context, MalformedRequestException.TooLarge(
                $"An address has at most {most} sockets of visitors open.", ErrorCode.SocketLimitExceeded, most, StatusCodes.Status429TooManyRequests));
        }
        else
        {
            await ServeAsync(context, client);
        }
    }

    private static Task RefuseAsync(HttpContext context, MalformedRequestException refusal) =>
        ResponseWriter.WriteAsync(context, refusal, ResponseFormat.GraphQLResponse).AsTask();

    private static bool SpeaksOurs(HttpContext context) => context.WebSockets.WebSocketRequestedProtocols.Contains(Subprotocol);

    private async Task ServeAsync(HttpContext context, object client)
    {
        using var session = await AcceptAsync(context, client);
        if (!SpeaksOurs(context))
        {
            session.Close(SocketCloseCode.SubprotocolNotAcceptable, "Subprotocol not acceptable");
        }
        await session.RunAsync();
    }

    private async Task<SocketSession> AcceptAsync(HttpContext context, object client)
    {
        // The protocol has pings of its own.
        var accept = new WebSocketAcceptContext { SubProtocol = SpeaksOurs(context) ? Subprotocol : null, KeepAliveInterval = Timeout.InfiniteTimeSpan };
        try
        {
            var socket = await context.WebSockets.AcceptWebSocketAsync(accept);
            return new SocketSession(new SocketConnection(socket, context, environment.Options, environment.Clock), context, client, environment);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            environment.Sockets.Leave(client);
            throw;
        }
    }

    // Only browsers send the origin, and they always do.
    private bool IsFromAllowedOrigin(HttpRequest request) =>
        request.Headers.Origin is not [{ } origin]
            ? request.Headers.Origin.Count == 0
            : origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
                || environment.Options.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);
}
