using System.Security.Claims;
using IpMarketplace.Accounts.Sessions;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.Kernel.Security;

namespace IpMarketplace.Accounts.Schema;

/// <summary>Answers <c>[Authorize(nameof(Permission.X))]</c> from the roles that the bearer's token names.</summary>
internal sealed class PermissionHandler : IAuthorizationHandler
{
    public ValueTask<AuthorizationDecision> AuthorizeAsync(ClaimsPrincipal user, string? policy, IReadOnlyList<string> roles, IServiceProvider services, CancellationToken ct)
    {
        var viewer = ViewerClaims.Read(user);
        return ValueTask.FromResult(
            !viewer.IsSignedIn ? AuthorizationDecision.NotAuthenticated
            : policy is null || viewer.May(Enum.Parse<Permission>(policy)) ? AuthorizationDecision.Allowed
            : AuthorizationDecision.NotAllowed);
    }
}
