using IpMarketplace.Catalogue.Schema;
using IpMarketplace.Catalogue.Storage;
using IpMarketplace.Following;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Catalogue.Reactions;

/// <summary>Registers the catalogue and what keeps it.</summary>
public static class CatalogueServices
{
    /// <summary>Adds the catalogue, which is filled when the change feed starts.</summary>
    public static IServiceCollection AddCatalogue(this IServiceCollection services, SearchSettings settings) => services
        .AddSingleton(_ => new PatentCatalogue(settings: settings))
        .AddSingleton<CatalogueStore>()
        .AddSingleton<CatalogueStorage>()
        .AddSingleton<CatalogueFollower>()
        .AddSingleton<IChangeFeedConsumer>(provider => provider.GetRequiredService<CatalogueFollower>())
        .AddHostedService<CatalogueCalendar>()
        .AddHostedService<CatalogueKeeper>()
        .AddSingleton<CatalogueCards>()
        .AddSingleton<CatalogueAgreement>()
        .AddSingleton<StoredCatalogueCheck>()
        .AddHostedService<CatalogueCompactor>();
}
