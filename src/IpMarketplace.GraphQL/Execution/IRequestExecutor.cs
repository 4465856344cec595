namespace IpMarketplace.GraphQL.Execution;

/// <summary>The engine's door: it answers requests against one schema.</summary>
public interface IRequestExecutor
{
    /// <summary>
    /// Runs a request to its end. Never throws for what the request holds: faults are errors of the result. The result is an
    /// <see cref="Results.OperationResult"/>, or a <see cref="Results.ResponseStream"/> for a subscription; the caller disposes it.
    /// </summary>
    ValueTask<Results.IExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken ct = default);
}
