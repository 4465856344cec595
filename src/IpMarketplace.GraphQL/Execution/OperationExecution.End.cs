using System.Text;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution.Responses;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Planning;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>
/// Ending early: the time is up, the caller has gone, the response is too large, or the engine failed. What is under way is cancelled and waited for,
/// for whoever gave it services, memory and a transaction takes them back afterwards; what has not begun does not begin. Fields that were answered keep
/// their data, each other field is an error at its path.
/// </summary>
internal sealed partial class OperationExecution
{
    private const int ObjectsBetweenLooks = 512;
    private const int ObjectsAfterTheEnd = 10_000;
    private const int ShortText = 64;
    private const int ErrorWithoutMessage = 200;

    private const string NotBegun = "This field was not begun.";
    private const string NothingDone = "Nothing of this field was done.";
    private const string PerhapsDone = "Whether this field was done is not known.";
    private const string Done = "This field was done; only its answer is missing.";

    private readonly long _mostBytes;
    private volatile Surrender? _surrender;
    private long _bytes;
    private long _errorBytes;
    private long? _lookedFirst;
    private int _untilLook = ObjectsBetweenLooks;
    private bool _mayEnd = true;

    /// <summary>Cancels what is under way. May be called from any thread; only the first reason counts.</summary>
    private void GiveUp(Surrender surrender)
    {
        CancellationTokenSource? abort;
        lock (_gate)
        {
            if (_finished || _surrender is not null)
            {
                return;
            }
            _surrender = surrender;
            abort = _abort;
        }
        try
        {
            abort?.Cancel();
        }
        catch (Exception exception) when (exception is AggregateException or ObjectDisposedException)
        {
            return; // a resolver's own callback failed, or the last resolver has just ended: what was to be cancelled is
        }
    }

    private void GiveUp(Exception exception) => GiveUp(Surrender.Failed(_reporter.Filter(_reporter.From(exception))));

    /// <summary>Counts an object or list of the response, and looks up from time to time: at the clock, and whether the caller is still there.</summary>
    /// <returns>False when nothing more is to be added.</returns>
    private bool MayAdd(long bytes) => ((_bytes += bytes) <= _mostBytes && --_untilLook > 0) || LookUp();

    private bool LookUp()
    {
        var isFull = _bytes + _errorBytes > _mostBytes;
        if (isFull)
        {
            GiveUp(Surrender.TooLarge(_mostBytes));
        }
        else
        {
            NoticeTheEnd();
        }
        if (_surrender is not { } surrender)
        {
            _untilLook = ObjectsBetweenLooks;
            return true;
        }
        var goesOn = !isFull && surrender.LetsFieldsEnd && _mayEnd;
        _mayEnd = false;
        _untilLook = goesOn ? ObjectsAfterTheEnd : 0;
        return goesOn;
    }

    private void NoticeTheEnd()
    {
        if (_surrender is not null)
        {
            return;
        }
        if (_callerAborted.IsCancellationRequested)
        {
            GiveUp(Surrender.CallerGone);
        }
        else if (_lookedFirst is not { } since)
        {
            _lookedFirst = _clock.GetTimestamp();
        }
        else if (_clock.GetElapsedTime(since) >= _options.Timeout)
        {
            GiveUp(Surrender.TimedOut(_options.Timeout));
        }
    }

    /// <summary>Counts text of the response.</summary>
    private void CountText(in FieldValue text, ResultNode node, int index)
    {
        _bytes += text.Kind switch
        {
            FieldValueKind.Text => text.AsText() is { Length: > ShortText } longer ? Encoding.UTF8.GetByteCount(longer) : text.AsText().Length,
            FieldValueKind.Utf8Text => text.AsUtf8Text().Length,
            FieldValueKind.Json => text.AsJson().Length,
            _ => 0,
        };
        if (_bytes > _mostBytes)
        {
            LookUp();
            CutOff(node, index);
        }
    }

    /// <summary>Ends the execution when its errors take more than a response may have.</summary>
    private void CountErrors(ResultNode node, int index)
    {
        if (_surrender is null && _bytes + _errorBytes > _mostBytes)
        {
            LookUp();
            CutOff(node, index);
        }
    }

    /// <summary>Makes the root field above a place an error: no more can be added to it.</summary>
    private void CutOff(ResultNode node, int index)
    {
        if (node.IsCutOff)
        {
            return;
        }
        while (node.Parent is { } parent)
        {
            node.Kill();
            (node, index) = (parent, node.Index);
        }
        var selection = ((ObjectResult)node).Set.Span[index];
        var surrender = _surrender!;
        Add(Placed(surrender.Error(surrender.Whole is null && _operation.Type == OperationType.Mutation ? Done : null), node.PathOf(index), selection), isLast: true);
        node.PutNull(index);
    }

    private void FailNotBegun(ResultNode node, Selection selection, Surrender surrender)
    {
        if (!node.IsCutOff)
        {
            Fail(node, selection.Index, selection, [surrender.Error(IsMutation(node) ? NotBegun : null)]);
        }
    }

    /// <summary>The errors of a field or item that failed while others were under way.</summary>
    private IReadOnlyList<IError> ErrorsOf(Exception failure, ResultNode node)
    {
        if (failure is OperationCanceledException && _callerAborted.IsCancellationRequested)
        {
            GiveUp(Surrender.CallerGone);
        }
        if (_surrender is not { } surrender || failure is GraphQLException)
        {
            return _reporter.From(failure);
        }
        _reporter.NoteCancelled(failure);
        return [surrender.Error(!IsMutation(node) ? null : failure is RolledBackException ? NothingDone : PerhapsDone)];
    }

    private bool IsMutation(ResultNode node) => node.Parent is null && _operation.Type == OperationType.Mutation;

    /// <summary>Ends the execution, unless something is still under way.</summary>
    private ExecutedResult? TryFinish()
    {
        lock (_gate)
        {
            if (_ready is { Count: > 0 } || _batches is not null || _loading > 0)
            {
                return null;
            }
            _finished = true;
        }
        _abort?.Dispose();
        var instead = _surrender is { } surrender ? surrender.Whole
            : _bytes + _errorBytes > _mostBytes ? _reporter.Filter([Surrender.TooLarge(_mostBytes).Error()])
            : null;
        if (instead is null)
        {
            return new ExecutedResult(_arena, _root, _fulfilled, _errors is null ? [] : _errors);
        }
        _arena.Return();
        return new ExecutedResult(null, null, _fulfilled, instead);
    }
}
