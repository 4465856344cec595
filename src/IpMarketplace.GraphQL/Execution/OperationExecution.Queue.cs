using System.Diagnostics.CodeAnalysis;
using IpMarketplace.GraphQL.DataLoading;
using IpMarketplace.GraphQL.Execution.Responses;
using IpMarketplace.GraphQL.Planning;
using IpMarketplace.GraphQL.Results;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>The queue: what is ready goes on; when nothing is, batches start; when nothing waits either, the operation is done.</summary>
internal sealed partial class OperationExecution : IBatchScheduler, IThreadPoolWorkItem
{
    private readonly Lock _gate = new();
    private Queue<object>? _ready;
    private List<Action>? _batches;
    private Queue<ResolverContext>? _waitingForTurn;
    private TaskCompletionSource<OperationResult>? _completion;
    private ITimer? _timer;
    private CancellationTokenRegistration _callerRegistration;
    private ObjectResult? _root;
    private Selection[] _serial = [];
    private int _serialDone;
    private int _pending;
    private int _loading;
    private bool _turnTaken;
    private bool _attended = true;
    private bool _finished;

    public void Schedule(Action startBatch)
    {
        lock (_gate)
        {
            if (!_finished)
            {
                (_batches ??= []).Add(startBatch);
                _loading++;
                if (_attended)
                {
                    return;
                }
                _attended = true;
                // Not here and now: what else the resolver asks for in this turn belongs into the batch.
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                return;
            }
        }
        DetachedBatchScheduler.Instance.Schedule(startBatch);
    }

    public void Deliver(Action deliver)
    {
        if (!TryEnqueue(deliver))
        {
            deliver();
        }
    }

    void IThreadPoolWorkItem.Execute() => Attend();

    /// <summary>Adds work and, where nobody attends to the queue, attends to it.</summary>
    /// <returns>False when the operation is over.</returns>
    private bool TryEnqueue(object work)
    {
        lock (_gate)
        {
            if (_finished)
            {
                return false;
            }
            (_ready ??= new Queue<object>()).Enqueue(work);
            if (_attended)
            {
                return true;
            }
            _attended = true;
        }
        Attend();
        return true;
    }

    private void Attend()
    {
        if (Drain() is { } result)
        {
            _timer?.Dispose();
            _callerRegistration.Unregister();
            _completion!.SetResult(result);
        }
    }

    /// <summary>Works until the operation is done (then gives its result) or everything left waits for something outside.</summary>
    private ExecutedResult? Drain()
    {
        while (true)
        {
            try
            {
                if (TryGoOn(out var result))
                {
                    return result;
                }
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                GiveUp(exception);
            }
        }
    }

    /// <summary>Takes one step.</summary>
    /// <returns>Whether there is nothing more to do, for now or, with a result, at all.</returns>
    private bool TryGoOn(out ExecutedResult? result)
    {
        result = null;
        if (_surrender is { Whole: not null })
        {
            _root!.Kill();
        }
        if (TryTake(out var work))
        {
            GoOn(work);
        }
        else if (!_turnTaken && _waitingForTurn is { Count: > 0 })
        {
            TakeTurn(_waitingForTurn.Dequeue());
        }
        else if (TakeBatches() is { } batches)
        {
            batches.ForEach(static start => start());
        }
        else if (_pending > 0 || _loading > 0)
        {
            return TryLeave();
        }
        else if (_serialDone < _serial.Length)
        {
            ExecuteNextSerially();
        }
        else
        {
            return (result = TryFinish()) is not null;
        }
        return false;
    }

    private void GoOn(object work)
    {
        switch (work)
        {
            case ResolverContext context: CompleteResolved(context); break;
            case LateItem item: CompleteItem(item); break;
            case Action deliver: Receive(deliver); break;
        }
    }

    private void Receive(Action deliver)
    {
        lock (_gate)
        {
            _loading--;
        }
        deliver();
    }

    private bool TryTake([NotNullWhen(true)] out object? work)
    {
        if (_ready is null)
        {
            work = null;
            return false;
        }
        lock (_gate)
        {
            return _ready.TryDequeue(out work);
        }
    }

    private List<Action>? TakeBatches()
    {
        lock (_gate)
        {
            var batches = _batches;
            _batches = null;
            return batches;
        }
    }

    /// <summary>Leaves the queue to whoever adds to it next.</summary>
    /// <returns>False when something has been added meanwhile.</returns>
    private bool TryLeave()
    {
        if (_completion is null)
        {
            _completion = new TaskCompletionSource<OperationResult>();
            WatchTheClock();
        }
        lock (_gate)
        {
            if (_ready is { Count: > 0 } || _batches is not null)
            {
                return false;
            }
            _attended = false;
            return true;
        }
    }

    private void ExecuteNextSerially()
    {
        if (_serialDone > 0)
        {
            // What the field before has written must not be answered from memory.
            _dataLoaders?.ClearCaches();
        }
        var selection = _serial[_serialDone++];
        NoticeTheEnd();
        if (_surrender is { } surrender)
        {
            FailNotBegun(_root!, selection, surrender);
        }
        else if (!_root!.IsDead)
        {
            Execute(selection, _root, _rootValue, null);
        }
    }

    private void WatchTheClock()
    {
        _timer = _clock.CreateTimer(
            static self => ((OperationExecution)self!).GiveUp(Surrender.TimedOut(((OperationExecution)self)._options.Timeout)), this, _options.Timeout, Timeout.InfiniteTimeSpan);
        _callerRegistration = _callerAborted.UnsafeRegister(static self => ((OperationExecution)self!).GiveUp(Surrender.CallerGone), this);
    }
}
