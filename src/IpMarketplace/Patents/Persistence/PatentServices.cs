using IpMarketplace.Patents.Import;
using IpMarketplace.Patents.Schema;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Import;
using IpMarketplace.Persistence.Sweeps;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Patents.Persistence;

/// <summary>Registers this module.</summary>
public static class PatentServices
{
    /// <summary>The import of patents, and what the calendar brings to rights.</summary>
    public static IServiceCollection AddPatents(this IServiceCollection services) => services
        .AddSingleton<IImport, PatentImport>()
        .AddSingleton<IAnswerView, PatentCardView>()
        .AddSingleton<ISweep, RightsFollowTheCalendar>();
}
