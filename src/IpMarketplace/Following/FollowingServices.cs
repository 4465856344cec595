using IpMarketplace.Following.Sweeps;
using IpMarketplace.Persistence.ChangeFeed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpMarketplace.Following;

/// <summary>Registers what follows the change feed and the timed work.</summary>
public static class FollowingServices
{
    /// <summary>Follows the feed for every <see cref="IChangeFeedConsumer"/> and runs every <see cref="ISweep"/>.</summary>
    public static IServiceCollection AddFollowing(this IServiceCollection services)
    {
        services.TryAddSingleton<ChangeFeedSettings>();
        services.TryAddSingleton<SweepSettings>();
        services.AddSingleton<FeedStore>();
        services.AddSingleton<FollowerPositions>();
        services.AddSingleton<ParkedChanges>();
        services.AddSingleton<ChangeFeedProgress>();
        services.AddSingleton<IFeedFollowers>(provider => provider.GetRequiredService<ChangeFeedProgress>());
        services.AddHostedService<ChangeFeedReader>();
        services.AddSingleton<ITrim, TrimTheFeed>();
        services.AddSingleton<ITrim, TrimIdempotencyKeys>();
        services.AddSingleton<ITrim, TrimCommittedWrites>();
        services.AddSingleton<Leases>();
        services.AddSingleton<SweepRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<SweepRunner>());
        return services;
    }
}
