namespace IpMarketplace.GraphQL.Results;

/// <summary>The responses of a subscription, one per event (spec 6.2.3.2); to be read once. Each response is disposed by who reads it.</summary>
public sealed class ResponseStream(IAsyncEnumerable<OperationResult> responses, Func<ValueTask> unsubscribe) : IExecutionResult
{
    /// <summary>The responses, as the events come.</summary>
    public IAsyncEnumerable<OperationResult> ReadResultsAsync() => responses;

    /// <summary>Ends the subscription.</summary>
    public ValueTask DisposeAsync() => unsubscribe();
}
