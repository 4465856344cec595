using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Validation.Limits;
using Microsoft.Extensions.Logging;

namespace IpMarketplace.GraphQL.AspNetCore.WebSockets;

/// <summary>What all sockets of an endpoint have in common.</summary>
internal sealed record SocketEnvironment(
    Lazy<IRequestExecutor> Executor,
    ISocketSessionInterceptor Interceptor,
    IServiceScopeFactory Scopes,
    GraphQLSocketOptions Options,
    RequestLimits Limits,
    OpenSockets Sockets,
    TimeProvider Clock,
    ILogger Log);
