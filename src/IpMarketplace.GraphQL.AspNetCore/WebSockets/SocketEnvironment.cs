using IpMarketplace.GraphQL.Execution;
using Microsoft.Extensions.Logging;

namespace IpMarketplace.GraphQL.AspNetCore.WebSockets;

/// <summary>What all sockets of an endpoint have in common.</summary>
internal sealed record SocketEnvironment(
    Lazy<IRequestExecutor> Executor,
    ISocketSessionInterceptor Interceptor,
    IServiceScopeFactory Scopes,
    GraphQLSocketOptions Options,
    OpenSockets Sockets,
    TimeProvider Clock,
    ILogger Log);
