using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Planning;
using IpMarketplace.GraphQL.TypeSystem;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>
/// Asks, before anything of an operation runs, whether the caller may use every field of it. One field refused refuses the operation:
/// nothing is resolved, <c>data</c> is null, and an error names each refused field.
/// </summary>
internal sealed class OperationAuthorization(IAuthorizationHandler? handler)
{
    /// <summary>The refusals; none when the operation may run.</summary>
    public async ValueTask<IReadOnlyList<IError>> CheckAsync(PreparedOperation operation, OperationRequest request, CancellationToken ct)
    {
        var decisions = new Dictionary<AuthorizationRequirement, AuthorizationDecision>();
        var refusals = new List<IError>();
        foreach (var check in operation.Plan.AuthorizationChecks)
        {
            if (!operation.Fulfilled.Contains(check.Conditions))
            {
                continue;
            }
            if (!decisions.TryGetValue(check.Requirement, out var decision))
            {
                decision = await DecideAsync(check.Requirement, request, ct);
                decisions.Add(check.Requirement, decision);
            }
            if (decision != AuthorizationDecision.Allowed && !refusals.Exists(refusal => check.Path.Equals(refusal.Path)))
            {
                refusals.Add(Refusal(check, decision));
            }
        }
        return refusals;
    }

    // Without a handler nobody can be told to fulfil anything but being signed in: denied by default.
    private async ValueTask<AuthorizationDecision> DecideAsync(AuthorizationRequirement requirement, OperationRequest request, CancellationToken ct)
    {
        if (request.User is not { Identity.IsAuthenticated: true } user)
        {
            return AuthorizationDecision.NotAuthenticated;
        }
        if (requirement.Policy is null && requirement.Roles.IsEmpty)
        {
            return AuthorizationDecision.Allowed;
        }
        return handler is null
            ? AuthorizationDecision.NotAllowed
            : await handler.AuthorizeAsync(user, requirement.Policy, requirement.Roles, request.Services!, ct);
    }

    private static IError Refusal(AuthorizationCheck check, AuthorizationDecision decision)
    {
        var error = decision == AuthorizationDecision.NotAuthenticated
            ? ErrorBuilder.New().SetMessage("Sign in to use this field.").SetCode(ErrorCode.NotAuthenticated)
            : ErrorBuilder.New().SetMessage("You are not allowed to use this field.").SetCode(ErrorCode.NotAuthorized);
        error.SetPath(check.Path);
        var location = check.Node.Location;
        return location.IsKnown ? error.AddLocation(location.Line, location.Column).Build() : error.Build();
    }
}
