using IpMarketplace.Following.Sweeps;
using IpMarketplace.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Licensing.Reactions;

/// <summary>Registers what the module does by itself.</summary>
public static class LicensingServices
{
    /// <summary>Follows patents and the calendar.</summary>
    public static IServiceCollection AddLicensing(this IServiceCollection services, LicensingRules rules) => services
        .AddSingleton(rules)
        .AddSingleton<IConsequence, ReviewLicencesWhenPatentsChange>()
        .AddSingleton<ISweep, ReviewRequestsAsTimePasses>()
        .AddSingleton<ISweep, ReviewLicencesAsTimePasses>();
}
