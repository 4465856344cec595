using IpMarketplace.Following.Sweeps;
using IpMarketplace.Patents.Import;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Import;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Patents.Persistence;

/// <summary>Registers this module.</summary>
public static class PatentServices
{
    /// <summary>The import of patents, what the calendar brings to rights, and cards as answers of mutations.</summary>
    public static IServiceCollection AddPatents(this IServiceCollection services) => services
        .AddSingleton<IImport, PatentImport>()
        .AddSingleton<ISweep, RightsFollowTheCalendar>()
        .AddSingleton<IRepeatableAnswer, PatentCardAnswer>();
}
