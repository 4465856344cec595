using System.Diagnostics;

namespace IpMarketplace.GraphQL.Execution.Diagnostics;

/// <summary>One batch of a data loader, from its start to its disposal: a span below the request whose resolver asked first, and a measurement.</summary>
internal sealed class BatchObservation : IDisposable
{
    private readonly Activity? _activity;

    public BatchObservation(ExecutionInstruments instruments, string loader, int size, ActivityContext cause)
    {
        instruments.BatchSize.Record(size, new KeyValuePair<string, object?>(Tag.LoaderName, loader));
        _activity = instruments.Source.StartActivity($"GraphQL DataLoader Batch {loader}", ActivityKind.Internal, cause)?
            .SetTag(Tag.ProcessingType, "dataloader_batch")
            .SetTag(Tag.LoaderName, loader)
            .SetTag(Tag.BatchSize, size);
    }

    /// <summary>Notes that the batch failed.</summary>
    public void Fail(Exception exception) => _activity?.SetTag(Tag.ErrorType, exception.GetType().FullName).SetStatus(ActivityStatusCode.Error);

    public void Dispose() => _activity?.Dispose();
}
