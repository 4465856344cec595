using IpMarketplace.Catalogue.Schema;
using IpMarketplace.Following;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Catalogue.Reactions;

/// <summary>Registers the catalogue and what keeps it.</summary>
public static class CatalogueServices
{
    /// <summary>Adds the catalogue, which is rebuilt when the change feed starts.</summary>
    public static IServiceCollection AddCatalogue(this IServiceCollection services, SearchSettings settings) => services
        .AddSingleton(_ => new PatentCatalogue(settings: settings))
        .AddSingleton<IChangeFeedConsumer, CatalogueFollower>()
        .AddSingleton<CatalogueCards>()
        .AddSingleton<CatalogueAgreement>()
        .AddHostedService<CatalogueCompactor>();
}
