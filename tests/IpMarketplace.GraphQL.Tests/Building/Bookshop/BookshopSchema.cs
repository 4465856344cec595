using IpMarketplace.GraphQL.Building;
using IpMarketplace.GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Tests.Building.Bookshop;

internal static class BookshopSchema
{
    public static GraphQLServerBuilder AddTo(IServiceCollection services) => services.AddGraphQLServer()
        .AddTypes(typeof(BookNode), typeof(ShopQueries), typeof(ShopMutations), typeof(ShopSubscriptions))
        .AddErrorInterfaceType<ShopRefusal>()
        .AddMutationConventions(options => options.CommonErrors.Add(typeof(NoSuchBook)))
        .AddGlobalObjectIdentification();

    public static Schema Build()
    {
        var services = new ServiceCollection().AddSingleton<Stock>();
        AddTo(services);
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
