using System.Diagnostics;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Planning;

namespace IpMarketplace.GraphQL.Execution.Diagnostics;

/// <summary>
/// One event of a subscription as its listeners see it. Its span begins a trace of its own, linked to the one that subscribed: that has ended
/// long ago, and a subscription may last for days.
/// </summary>
internal sealed class EventObservation
{
    private readonly ExecutionInstruments _instruments;
    private readonly Activity? _activity;
    private readonly long _started;

    public EventObservation(ExecutionInstruments instruments, Operation operation, ActivityContext subscribed)
    {
        (_instruments, _started) = (instruments, instruments.Now);
        Activity.Current = null;
        var links = subscribed == default ? null : new[] { new ActivityLink(subscribed) };
        _activity = instruments.Source.StartActivity("GraphQL Subscription Event", ActivityKind.Internal, default(ActivityContext), links: links)?
            .SetTag(Tag.ProcessingType, "execute")
            .SetTag(Tag.OperationType, Tag.Of(operation.Type))
            .SetTag(Tag.OperationName, operation.Name);
    }

    /// <summary>Ends the observation with the response.</summary>
    public void End(IReadOnlyList<IError> errors)
    {
        var tags = default(TagList);
        if (errors.Count > 0)
        {
            tags.Add(Tag.ErrorType, ExecutionInstruments.ErrorType(errors[0]));
        }
        _instruments.Events.Add(1, tags);
        _instruments.EventDuration.Record(_instruments.SecondsSince(_started), tags);
        RequestObservation.Note(errors, _instruments, _activity);
        _activity?.Dispose();
    }
}
