using IpMarketplace.GraphQL.Building;
using IpMarketplace.GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Tests.Building.Bookshop;

internal static class BookshopSchema
{
    public static Schema Build(Action<GraphQLServerBuilder>? configure = null)
    {
        var services = new ServiceCollection().AddSingleton<Stock>();
        var builder = services.AddGraphQLServer()
            .AddTypes(typeof(BookNode), typeof(ShopQueries), typeof(ShopMutations), typeof(ShopSubscriptions))
            .AddErrorInterfaceType<ShopRefusal>()
            .AddMutationConventions(options => options.CommonErrors.Add(typeof(NoSuchBook)))
            .AddGlobalObjectIdentification();
        configure?.Invoke(builder);
        return services.BuildServiceProvider().GetRequiredService<Schema>();
    }

    /// <summary>A schema of a few types, for what cannot be part of the shop.</summary>
    public static Schema Of(params Type[] types)
    {
        var services = new ServiceCollection();
        services.AddGraphQLServer().AddTypes(types);
        return services.BuildServiceProvider().GetRequiredService<Schema>();
    }
}
