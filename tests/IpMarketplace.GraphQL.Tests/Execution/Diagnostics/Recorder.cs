using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using IpMarketplace.GraphQL.Execution.Diagnostics;

namespace IpMarketplace.GraphQL.Tests.Execution.Diagnostics;

/// <summary>Listens to one server and to no other that runs beside it.</summary>
internal sealed class Recorder : IDisposable
{
    private readonly ActivityListener _spans;
    private readonly MeterListener _meters = new();
    private readonly ConcurrentQueue<Activity> _ended = [];
    private readonly ConcurrentQueue<string> _measurements = [];

    public Recorder(ExecutionInstruments instruments, bool spans = true, bool measurements = true)
    {
        _spans = new ActivityListener
        {
            ShouldListenTo = source => spans && ReferenceEquals(source, instruments.Source),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_spans);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (measurements && ReferenceEquals(instrument.Meter, instruments.RequestDuration.Meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        // How long something took is no exact value: of durations only the tags are kept.
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => _measurements.Enqueue(Text(instrument, "", tags)));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _measurements.Enqueue(Text(instrument, $" {value}", tags)));
        _meters.Start();
    }

    /// <summary>The spans that have ended, in that order.</summary>
    public IReadOnlyList<Activity> Spans => [.. _ended];

    /// <summary>What was measured, in that order: the instrument, its value where it is a count, its tags.</summary>
    public IReadOnlyList<string> Measurements => [.. _measurements];

    public IEnumerable<string> MeasurementsOf(string instrument) =>
        Measurements.Where(text => text == instrument || text.StartsWith(instrument + " ", StringComparison.Ordinal)).Select(text => text[instrument.Length..].Trim());

    public Activity Span(string name) => Assert.Single(Spans, span => span.DisplayName == name);

    public void Dispose()
    {
        _spans.Dispose();
        _meters.Dispose();
    }

    private static string Text(Instrument instrument, string value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = instrument.Name + value;
        foreach (var (name, tag) in tags)
        {
            text += $" {name}={tag}";
        }
        return text;
    }
}
