using System.Diagnostics;
using System.Diagnostics.Metrics;
using IpMarketplace.GraphQL.Errors;

namespace IpMarketplace.GraphQL.Execution.Diagnostics;

/// <summary>
/// The spans and measurements of one server, named as the OpenTelemetry conventions for GraphQL name them, its working group's draft
/// where the released ones are silent. Whoever records asks <see cref="AreListenedTo"/> first: unobserved requests pay for nothing else.
/// </summary>
internal sealed class ExecutionInstruments : IDisposable
{
    /// <summary>The <c>error.type</c> of an error without a code.</summary>
    private const string OtherError = "_OTHER";

    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30],
    };

    private static readonly InstrumentAdvice<long> Counts = new() { HistogramBucketBoundaries = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] };

    private readonly Meter _meter = new(InstrumentationOptions.SourceName);
    private readonly TimeProvider _clock;

    public ExecutionInstruments(TimeProvider clock)
    {
        _clock = clock;
        RequestDuration = _meter.CreateHistogram("graphql.server.request.duration", "s", "Duration of requests; of subscriptions, until they end.", null, Seconds);
        ProcessingDuration = _meter.CreateHistogram("graphql.server.processing.duration", "s", "Duration of the phases of a request.", null, Seconds);
        EventDuration = _meter.CreateHistogram("graphql.server.subscription.event.duration", "s", "Duration of answering one event of a subscription.", null, Seconds);
        ErrorCount = _meter.CreateHistogram("graphql.server.response.error_count", "{error}", "Number of errors in a response.", null, Counts);
        BatchSize = _meter.CreateHistogram("graphql.server.dataloader.batch.size", "{key}", "Number of keys in a batch of a data loader.", null, Counts);
        ActiveRequests = _meter.CreateUpDownCounter<long>("graphql.server.request.active", "{request}", "Requests under way; subscriptions, as long as they are open.");
        Events = _meter.CreateCounter<long>("graphql.server.subscription.event_count", "{event}", "Events of subscriptions answered.");
        Errors = _meter.CreateCounter<long>("graphql.server.errors", "{error}", "Errors in responses, by code.");
        DocumentLookups = _meter.CreateCounter<long>("graphql.server.document.lookups", "{document}", "Documents looked up in the cache; each miss is parsed.");
    }

    /// <summary>Where spans begin.</summary>
    public ActivitySource Source { get; } = new(InstrumentationOptions.SourceName);

    public Histogram<double> RequestDuration { get; }

    public Histogram<double> ProcessingDuration { get; }

    public Histogram<double> EventDuration { get; }

    public Histogram<long> ErrorCount { get; }

    public Histogram<long> BatchSize { get; }

    public UpDownCounter<long> ActiveRequests { get; }

    public Counter<long> Events { get; }

    public Counter<long> Errors { get; }

    public Counter<long> DocumentLookups { get; }

    /// <summary>Whether anybody listens to what requests record.</summary>
    public bool AreListenedTo =>
        Source.HasListeners() || RequestDuration.Enabled || ActiveRequests.Enabled || Errors.Enabled || ErrorCount.Enabled || Events.Enabled || EventDuration.Enabled;

    /// <summary>The present, as a timestamp.</summary>
    public long Now => _clock.GetTimestamp();

    /// <summary>The seconds since a timestamp.</summary>
    public double SecondsSince(long timestamp) => _clock.GetElapsedTime(timestamp).TotalSeconds;

    /// <summary>Begins a phase of a request; null when nobody listens.</summary>
    public Phase? StartPhase(Phase.Kind kind) => Source.HasListeners() || ProcessingDuration.Enabled ? new Phase(this, kind) : null;

    /// <summary>Begins a batch of a data loader; null when nobody listens.</summary>
    public BatchObservation? StartBatch(string loader, int size, ActivityContext cause) =>
        Source.HasListeners() || BatchSize.Enabled ? new BatchObservation(this, loader, size, cause) : null;

    /// <summary>The <c>error.type</c> that stands for an error.</summary>
    public static string ErrorType(IError error) => error.Code ?? OtherError;

    public void Dispose()
    {
        Source.Dispose();
        _meter.Dispose();
    }
}
