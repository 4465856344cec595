using System.Diagnostics;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Planning;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.Execution.Diagnostics;

/// <summary>One request as its listeners see it, from its making to <see cref="End"/>: the span of the server, and its measurements.</summary>
internal sealed class RequestObservation
{
    private const string UnknownOperation = "GraphQL Operation";
    private const string ErrorEvent = "graphql.error";
    private const int MostErrorEvents = 10;

    private readonly ExecutionInstruments _instruments;
    private readonly InstrumentationOptions _options;
    private readonly Activity? _activity;
    private readonly long _started;
    private TagList _tags;
    private bool _isActive;
    private bool _isMeasured;

    public RequestObservation(ExecutionInstruments instruments, InstrumentationOptions options)
    {
        (_instruments, _options, _started) = (instruments, options, instruments.Now);
        _activity = instruments.Source.StartActivity(UnknownOperation, ActivityKind.Server);
    }

    /// <summary>Notes which document was meant, and by which name where the request gave one.</summary>
    public void Receive(CachedDocument document, string? id)
    {
        if (_activity is { IsAllDataRequested: true })
        {
            Show(document.Hash, document.Text);
            _activity.SetTag(Tag.DocumentId, id);
        }
    }

    /// <summary>Notes which text was sent that is no valid document; empty where there was none.</summary>
    public void Receive(ReadOnlySpan<byte> text)
    {
        if (_activity is { IsAllDataRequested: true } && !text.IsEmpty)
        {
            Show(DocumentHash.Of(text), text);
        }
    }

    /// <summary>Notes which operation is meant. From here on the request counts as active.</summary>
    public void Identify(Operation operation)
    {
        var type = Tag.Of(operation.Type);
        _tags.Add(Tag.OperationType, type);
        _activity?.SetTag(Tag.OperationType, type);
        if (operation.Name is { } name)
        {
            _activity?.SetTag(Tag.OperationName, name);
            if (_options.IncludeOperationName)
            {
                _tags.Add(Tag.OperationName, name);
            }
        }
        _activity?.DisplayName = _options.IncludeOperationName && operation.Name is not null ? $"{type} {operation.Name}" : type;
        _instruments.ActiveRequests.Add(1, _tags);
        _isActive = true;
    }

    /// <summary>Ends the observation with the response. A subscription's span ends here, its measurements go on until it is closed.</summary>
    public IExecutionResult End(IExecutionResult result)
    {
        if (result is not ResponseStream stream)
        {
            var errors = ((OperationResult)result).Errors;
            _instruments.ErrorCount.Record(errors.Count, _tags);
            Note(errors, _instruments, _activity);
            _activity?.Dispose();
            Measure(errors);
            return result;
        }
        _activity?.Dispose();
        return new ResponseStream(stream.ReadResultsAsync(), async () =>
        {
            await stream.DisposeAsync();
            Measure([]);
        });
    }

    /// <summary>Notes the errors of a response, by code and path: messages may repeat what the client sent.</summary>
    public static void Note(IReadOnlyList<IError> errors, ExecutionInstruments instruments, Activity? activity)
    {
        foreach (var error in errors)
        {
            instruments.Errors.Add(1, new KeyValuePair<string, object?>(Tag.ErrorType, ExecutionInstruments.ErrorType(error)));
        }
        if (errors.Count == 0 || activity is null)
        {
            return;
        }
        activity.SetTag(Tag.ErrorType, ExecutionInstruments.ErrorType(errors[0])).SetStatus(ActivityStatusCode.Error);
        foreach (var error in errors.Take(MostErrorEvents))
        {
            activity.AddEvent(new ActivityEvent(ErrorEvent, tags: new ActivityTagsCollection
            {
                [Tag.ErrorCode] = ExecutionInstruments.ErrorType(error),
                [Tag.ErrorPath] = error.Path?.ToString(),
            }));
        }
    }

    private void Show(string hash, ReadOnlySpan<byte> text)
    {
        _activity!.SetTag(Tag.DocumentHash, hash);
        if (_options.IncludeDocument)
        {
            _activity.SetTag(Tag.Document, SanitizedDocument.Of(text));
        }
    }

    private void Measure(IReadOnlyList<IError> errors)
    {
        if (_isMeasured)
        {
            return; // who closes a subscription may do so twice
        }
        _isMeasured = true;
        if (_isActive)
        {
            _instruments.ActiveRequests.Add(-1, _tags);
        }
        if (errors.Count > 0)
        {
            _tags.Add(Tag.ErrorType, ExecutionInstruments.ErrorType(errors[0]));
        }
        _instruments.RequestDuration.Record(_instruments.SecondsSince(_started), _tags);
    }
}
