namespace IpMarketplace.GraphQL.DataLoading;

/// <summary>Decides when batches run. During execution: when every resolver that can run has run.</summary>
public interface IBatchScheduler
{
    /// <summary>Hands over a batch; it is started once, as late as possible.</summary>
    /// <param name="startBatch">Starts the batch; it does not throw.</param>
    void Schedule(Action startBatch);
}
