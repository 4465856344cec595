using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.DataLoading;

/// <summary>Hands on what the services of a request's scope know, who asks above all, to the scopes that are opened for it: for each event, for each data loader.</summary>
internal sealed class ScopedServiceInitializers
{
    private readonly List<Action<IServiceProvider, IServiceProvider>> _steps = [];

    public void Add<TService>(Action<TService, TService> initialize) where TService : notnull =>
        _steps.Add((from, to) => initialize(from.GetRequiredService<TService>(), to.GetRequiredService<TService>()));

    /// <summary>Prepares a scope that was opened on behalf of another.</summary>
    public void Initialize(IServiceProvider from, IServiceProvider to)
    {
        foreach (var step in _steps)
        {
            step(from, to);
        }
    }
}
