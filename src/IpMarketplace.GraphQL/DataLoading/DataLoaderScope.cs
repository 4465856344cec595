using System.Collections.Concurrent;
using System.Diagnostics;
using IpMarketplace.GraphQL.Execution.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.DataLoading;

/// <summary>
/// The data loaders of one request. Each loader is made in a service scope of its own: what it injects (a DbContext, say) is its alone,
/// so that its batches run beside the resolvers and beside other loaders.
/// </summary>
public sealed class DataLoaderScope(IServiceProvider services) : IBatchScheduler, IAsyncDisposable
{
    private readonly ConcurrentDictionary<Type, Lazy<Held>> _loaders = new();
    private DataLoaderScope? _parent;
    private bool _isDisposed;
    private IBatchScheduler _scheduler = DetachedBatchScheduler.Instance;

    /// <inheritdoc/>
    public IBatchScheduler Current => _parent?.Current ?? _scheduler;

    /// <inheritdoc/>
    public CancellationToken Aborted => Current.Aborted;

    /// <summary>The request's loader of this type; always the same instance.</summary>
    public TLoader GetDataLoader<TLoader>() where TLoader : notnull => (TLoader)GetDataLoader(typeof(TLoader));

    /// <summary>The request's loader of this type; always the same instance.</summary>
    public object GetDataLoader(Type type) => _parent is { } parent
        ? parent.GetDataLoader(type)
        : _loaders.GetOrAdd(type, static (type, self) => new Lazy<Held>(() => self.Make(type)), this).Value.Loader;

    /// <summary>Forgets what all loaders have loaded: after a mutation has written.</summary>
    public void ClearCaches()
    {
        foreach (var held in _loaders.Values)
        {
            (held.Value.Loader as IDataLoader)?.ClearCache();
        }
    }

    /// <inheritdoc/>
    public void Schedule(Action startBatch) => Current.Schedule(startBatch);

    /// <inheritdoc/>
    public void Deliver(Action deliver) => Current.Deliver(deliver);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        foreach (var held in _loaders.Values)
        {
            await held.Value.Scope.DisposeAsync();
        }
        _loaders.Clear();
    }

    /// <summary>Lets an operation decide when batches run; what earlier operations of the scope have loaded is forgotten.</summary>
    internal void Join(IBatchScheduler operation)
    {
        _scheduler = operation;
        ClearCaches();
    }

    /// <summary>Shows a batch to those who listen; null when nobody does.</summary>
    internal BatchObservation? Observe(Type loader, int size, ActivityContext cause) =>
        services.GetService<ExecutionInstruments>()?.StartBatch(loader.Name, size, cause);

    private Held Make(Type type)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var scope = services.CreateAsyncScope();
        services.GetService<ScopedServiceInitializers>()?.Initialize(services, scope.ServiceProvider);
        scope.ServiceProvider.GetRequiredService<DataLoaderScope>()._parent = this;
        return new Held(ActivatorUtilities.CreateInstance(scope.ServiceProvider, type), scope);
    }

    private sealed record Held(object Loader, AsyncServiceScope Scope);
}
