namespace IpMarketplace.GraphQL.DataLoading;

/// <summary>Decides when batches run. During execution: when every resolver that can run has run.</summary>
public interface IBatchScheduler
{
    /// <summary>Cancelled when nobody waits for the batches any more.</summary>
    CancellationToken Aborted { get; }

    /// <summary>Who decides at present. A batch keeps to it, from when it is handed over until it is delivered.</summary>
    IBatchScheduler Current => this;

    /// <summary>Hands over a batch; it is started once, as late as possible.</summary>
    /// <param name="startBatch">Starts the batch; it does not throw.</param>
    void Schedule(Action startBatch);

    /// <summary>Hands over the delivery of a batch's values, which wakes the resolvers that wait for them; once for each batch that was handed over.</summary>
    /// <param name="deliver">Delivers; it does not throw.</param>
    void Deliver(Action deliver);
}
