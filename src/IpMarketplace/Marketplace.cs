using IpMarketplace.Accounts.Sessions;
using IpMarketplace.Catalogue.Reactions;
using IpMarketplace.Following;
using IpMarketplace.Licensing.Reactions;
using IpMarketplace.OpenLicensing.Reactions;
using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace;

/// <summary>The marketplace, put together: one line per module, in the order in which they may know each other.</summary>
public static class Marketplace
{
    /// <summary>Registers everything but the web, the GraphQL server and data protection, which the host adds.</summary>
    public static IServiceCollection AddMarketplace(this IServiceCollection services, MarketplaceSettings settings) => services
        .AddSingleton(settings.ChangeFeed)
        .AddSingleton(settings.Sweeps)
        .AddSingleton(settings.Catalogue)
        .AddPersistence(settings.Database)
        .AddFollowing()
        .AddAccounts(settings.Accounts)
        .AddOrganizations()
        .AddPatents()
        .AddOpenLicensing()
        .AddCatalogue(settings.Search)
        .AddLicensing(settings.Licensing);
}
