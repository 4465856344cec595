using IpMarketplace.Following.Sweeps;
using IpMarketplace.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.OpenLicensing.Reactions;

/// <summary>Registers what the module does by itself.</summary>
public static class OpenLicensingServices
{
    /// <summary>Follows patents and the calendar.</summary>
    public static IServiceCollection AddOpenLicensing(this IServiceCollection services) => services
        .AddSingleton<IConsequence, ReviewOffersWhenPatentsChange>()
        .AddSingleton<ISweep, ReviewOffersAsTimePasses>()
        .AddSingleton<ISweep, RecheckLiveOffers>();
}
