namespace IpMarketplace.GraphQL.Results;

/// <summary>
/// The responses of a subscription, one per event (spec 6.2.3.2); to be read once. Each response is disposed by who reads it, the reading is ended before the
/// stream is disposed: then nothing of it runs any more.
/// </summary>
public sealed class ResponseStream(IAsyncEnumerable<OperationResult> responses, Func<ValueTask> unsubscribe) : IExecutionResult
{
    private Func<ValueTask>? _unsubscribe = unsubscribe;

    /// <summary>The responses, as the events come.</summary>
    public IAsyncEnumerable<OperationResult> ReadResultsAsync() => responses;

    /// <summary>Ends the subscription, once.</summary>
    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _unsubscribe, null)?.Invoke() ?? ValueTask.CompletedTask;
}
