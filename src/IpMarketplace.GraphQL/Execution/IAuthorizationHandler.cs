using System.Security.Claims;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>Decides whether a user meets a requirement that a field or type declares by <c>[Authorize]</c>.</summary>
public interface IAuthorizationHandler
{
    /// <summary>Evaluated before any resolver of the operation runs, once per requirement and request.</summary>
    /// <param name="user">Who asks; its identity is null or unauthenticated where nobody is signed in.</param>
    /// <param name="policy">The policy's name; null where signing in is enough.</param>
    /// <param name="roles">The roles of which one is needed; empty for none.</param>
    /// <param name="services">The request's services.</param>
    /// <param name="ct">Cancelled with the request.</param>
    ValueTask<AuthorizationDecision> AuthorizeAsync(ClaimsPrincipal user, string? policy, IReadOnlyList<string> roles, IServiceProvider services, CancellationToken ct);
}

/// <summary>The answer of an <see cref="IAuthorizationHandler"/>.</summary>
public enum AuthorizationDecision
{
    /// <summary>The user may.</summary>
    Allowed,

    /// <summary>Nobody is signed in.</summary>
    NotAuthenticated,

    /// <summary>The signed-in user may not.</summary>
    NotAllowed,
}
