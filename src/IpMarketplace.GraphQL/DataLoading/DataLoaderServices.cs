using IpMarketplace.GraphQL.Execution.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpMarketplace.GraphQL.DataLoading;

/// <summary>Registration of data loaders.</summary>
public static class DataLoaderServices
{
    /// <summary>Registers what data loaders need; resolvers may then take any loader class as a parameter.</summary>
    public static IServiceCollection AddDataLoading(this IServiceCollection services)
    {
        services.TryAddScoped<DataLoaderScope>();
        services.TryAddScoped<IBatchScheduler>(static scope => scope.GetRequiredService<DataLoaderScope>());
        services.TryAddSingleton(new DataLoaderOptions());
        services.TryAddSingleton(static provider => new ExecutionInstruments(provider.GetService<TimeProvider>() ?? TimeProvider.System));
        return services;
    }

    /// <summary>Makes a loader injectable into ordinary services too.</summary>
    public static IServiceCollection AddDataLoader<TLoader>(this IServiceCollection services) where TLoader : class, IDataLoader
    {
        services.AddDataLoading().TryAddScoped(static scope => scope.GetRequiredService<DataLoaderScope>().GetDataLoader<TLoader>());
        return services;
    }
}
