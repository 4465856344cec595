using IpMarketplace.Accounts.Schema;
using IpMarketplace.Catalogue.Reactions;
using IpMarketplace.Following;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.TypeSystem;
using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Lifecycles;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Inputs;
using IpMarketplace.Persistence.Mutations;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace;

/// <summary>How the GraphQL schema is put together from the modules: the one place that is bound to this engine's set-up code.</summary>
public static class MarketplaceSchema
{
    /// <summary>Adds the schema of all modules.</summary>
    public static GraphQLServerBuilder AddMarketplaceSchema(this IServiceCollection services)
    {
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        services.AddSingleton<IChangeFeedConsumer, ChangeAnnouncer>();
        services.AddSingleton<IChangeFeedConsumer, OfferAnnouncer>();
        return services.AddGraphQLServer()
            .AddTypes(typeof(MarketplaceSchema).Assembly)
            .AddGlobalObjectIdentification()
            .AddErrorInterfaceType<Refusal>()
            .AddMutationConventions(conventions =>
            {
                conventions.CommonErrors.Add(typeof(InputInvalid));
                conventions.CommonErrors.Add(typeof(NotFound));
                conventions.CommonErrors.Add(typeof(ChangedMeanwhile));
                conventions.CommonErrors.Add(typeof(NotAllowedInState));
                conventions.CommonErrors.Add(typeof(IdempotencyKeyReused));
            })
            .FormatInputs(InputRules.FormatterOf)
            .UseMutationMiddleware(MutationTransaction.RunAsync)
            .DescribeRequirements(Describe)
            .DescribeRoot(OperationType.Query, "What can be read. Each field says who may ask for it.")
            .DescribeRoot(OperationType.Mutation, "What can be done. The fields of one operation run in their order, each all or nothing: what is refused stands in the payload's `errors`.")
            .DescribeRoot(OperationType.Subscription, "What can be listened to: events of what was committed. Subscribe first, then query.");
    }

    private static string? Describe(AuthorizationRequirement requirement)
    {
        if (requirement.Policy is null)
        {
            return "Requires: signed in.";
        }
        var permission = Enum.Parse<Permission>(requirement.Policy);
        return $"Requires: {Spelling.Screaming(permission)}, held by {string.Join(", ", RolePermissions.Holding(permission).Select(Spelling.Screaming))}.";
    }
}
