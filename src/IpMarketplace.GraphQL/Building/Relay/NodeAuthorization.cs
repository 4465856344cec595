using System.Collections.Immutable;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Building.Relay;

/// <summary>
/// What a node resolver requires is checked when <c>node</c> is about to call it: which resolver that is, only the id tells, so the
/// operation could not be refused before.
/// </summary>
internal static class NodeAuthorization
{
    /// <exception cref="GraphQLException">The caller does not fulfil a requirement.</exception>
    public static async ValueTask CheckAsync(ImmutableArray<AuthorizationRequirement> requirements, IResolverContext context)
    {
        foreach (var requirement in requirements)
        {
            var decision = await DecideAsync(requirement, context);
            if (decision != AuthorizationDecision.Allowed)
            {
                throw new GraphQLException(decision == AuthorizationDecision.NotAuthenticated
                    ? ErrorBuilder.New().SetMessage("Sign in to fetch this object.").SetCode(ErrorCode.NotAuthenticated).Build()
                    : ErrorBuilder.New().SetMessage("You are not allowed to fetch this object.").SetCode(ErrorCode.NotAuthorized).Build());
            }
        }
    }

    private static async ValueTask<AuthorizationDecision> DecideAsync(AuthorizationRequirement requirement, IResolverContext context)
    {
        if (context.User.Identity?.IsAuthenticated != true)
        {
            return AuthorizationDecision.NotAuthenticated;
        }
        if (requirement.Policy is null && requirement.Roles.IsEmpty)
        {
            return AuthorizationDecision.Allowed;
        }
        return context.Services.GetService<IAuthorizationHandler>() is { } handler
            ? await handler.AuthorizeAsync(context.User, requirement.Policy, requirement.Roles, context.Services, context.RequestAborted)
            : AuthorizationDecision.NotAllowed;
    }
}
