using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Planning;
using IpMarketplace.GraphQL.Results;
using Microsoft.Extensions.Logging;

namespace IpMarketplace.GraphQL.Execution.Diagnostics;

/// <summary>Logs what took longer than it should: which operation, never what its variables or literals were.</summary>
internal sealed class SlowOperationLog(TimeSpan threshold, TimeProvider clock, ILogger logger)
{
    private readonly long _threshold = threshold == Timeout.InfiniteTimeSpan ? long.MaxValue : (long)(threshold.TotalSeconds * clock.TimestampFrequency);

    /// <summary>The present, for measuring from.</summary>
    public long Now => clock.GetTimestamp();

    /// <summary>Looks at how long an operation took.</summary>
    /// <returns>The result.</returns>
    public TResult Note<TResult>(in PreparedOperation operation, TResult result) where TResult : OperationResult
    {
        if (IsSlow(operation.Started, out var elapsed))
        {
            Log(operation.Plan, operation.Document.Hash, elapsed, result.Errors);
        }
        return result;
    }

    /// <summary>Looks at how long it took to refuse a document.</summary>
    /// <returns>The result.</returns>
    public TResult Note<TResult>(long started, ReadOnlySpan<byte> document, TResult result) where TResult : OperationResult
    {
        if (IsSlow(started, out var elapsed))
        {
            Log(null, document.IsEmpty ? "not found" : DocumentHash.Of(document), elapsed, result.Errors);
        }
        return result;
    }

    // Every operation comes by: two timestamps are compared, and turned into a time only where it is to be logged.
    private bool IsSlow(long started, out TimeSpan elapsed)
    {
        var now = Now;
        if (now - started < _threshold)
        {
            elapsed = default;
            return false;
        }
        elapsed = clock.GetElapsedTime(started, now);
        return true;
    }

    private void Log(Operation? operation, string documentHash, TimeSpan elapsed, IReadOnlyList<IError> errors) => logger.LogWarning(
        "Slow operation {OperationName} ({OperationType}) of document {DocumentHash} took {ElapsedMilliseconds} ms and answered {ErrorCount} errors",
        operation?.Name ?? "without a name",
        operation is null ? "refused" : Tag.Of(operation.Type),
        documentHash,
        (long)elapsed.TotalMilliseconds,
        errors.Count);
}
