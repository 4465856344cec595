using System.Text.Json;
using IpMarketplace.GraphQL.Building;

namespace IpMarketplace.GraphQL.AspNetCore.WebSockets;

/// <summary>What a host adds to the life of a socket. Register it with <see cref="SocketServices.AddSocketSessionInterceptor{T}"/>.</summary>
public interface ISocketSessionInterceptor
{
    /// <summary>Decides upon <c>connection_init</c>.</summary>
    /// <param name="session">The socket.</param>
    /// <param name="payload">What the client sent with it, such as a token; undefined for nothing. An object otherwise.</param>
    /// <param name="ct">Cancelled when the socket closes.</param>
    ValueTask<ConnectionStatus> OnConnectAsync(ISocketSession session, JsonElement payload, CancellationToken ct) => ValueTask.FromResult(ConnectionStatus.Accept());

    /// <summary>Prepares the services of one operation, before it begins, or refuses it by a <see cref="Errors.GraphQLException"/>.</summary>
    /// <param name="session">The socket.</param>
    /// <param name="operationId">The client's name for the operation.</param>
    /// <param name="services">The scope that serves this operation and nothing else.</param>
    /// <param name="ct">Cancelled when the operation ends.</param>
    ValueTask OnRequestAsync(ISocketSession session, string operationId, IServiceProvider services, CancellationToken ct) => ValueTask.CompletedTask;
}

/// <summary>Registration of what sockets need from the host.</summary>
public static class SocketServices
{
    /// <summary>Adds the host's interceptor of socket sessions, a singleton.</summary>
    public static GraphQLServerBuilder AddSocketSessionInterceptor<T>(this GraphQLServerBuilder builder) where T : class, ISocketSessionInterceptor
    {
        builder.Services.AddSingleton<ISocketSessionInterceptor, T>();
        return builder;
    }
}

internal sealed class DefaultSocketSessionInterceptor : ISocketSessionInterceptor;
