namespace IpMarketplace.GraphQL.DataLoading;

/// <summary>For loaders used outside an operation: a batch starts on the thread pool, so that keys asked for in one go share it.</summary>
public sealed class DetachedBatchScheduler : IBatchScheduler
{
    private DetachedBatchScheduler() { }

    /// <summary>The one instance.</summary>
    public static DetachedBatchScheduler Instance { get; } = new();

    /// <inheritdoc/>
    public CancellationToken Aborted => CancellationToken.None;

    /// <inheritdoc/>
    public void Schedule(Action startBatch) => ThreadPool.UnsafeQueueUserWorkItem(static start => start(), startBatch, preferLocal: false);

    /// <inheritdoc/>
    public void Deliver(Action deliver) => deliver();
}
