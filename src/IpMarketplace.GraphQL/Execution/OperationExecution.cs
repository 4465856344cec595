using System.Collections.Concurrent;
using System.Security.Claims;
using IpMarketplace.GraphQL.DataLoading;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution.Responses;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Planning;
using IpMarketplace.GraphQL.Results;

using IpMarketplace.GraphQL.TypeSystem.Coercion;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>
/// One execution of an operation (spec 6.2, 6.3). Only one thread at a time works on it: resolvers that wait hand their results to a queue,
/// and whichever thread finds the queue unattended goes on from there. The result needs no locks, therefore. It ends when nothing of it runs any more:
/// its caller may then dispose the services it was given.
/// </summary>
internal sealed partial class OperationExecution
{
    private static readonly ClaimsPrincipal Nobody = new(new ClaimsIdentity());

    private readonly Operation _operation;
    private readonly OperationRequest _request;
    private readonly VariableValues _variables;
    private readonly ConditionSet _fulfilled;
    private readonly object? _rootValue;
    private readonly ErrorReporter _reporter;
    private readonly ExecutionOptions _options;
    private readonly TimeProvider _clock;
    private readonly CancellationToken _callerAborted;
    private readonly ResultArena _arena = ResultArena.Rent();
    private readonly ResolverContext _pure;
    private ArgumentValues?[] _arguments = [];
    private List<IError>? _errors;
    private ConcurrentDictionary<string, object?>? _contextData;
    private DataLoaderScope? _dataLoaders;
    private CancellationTokenSource? _abort;

    public OperationExecution(ExecutionEnvironment environment, PreparedOperation prepared, OperationRequest request, object? rootValue, CancellationToken ct)
    {
        (_operation, _variables, _fulfilled) = (prepared.Plan, prepared.Variables, prepared.Fulfilled);
        (_request, _rootValue, _callerAborted) = (request, rootValue, ct);
        (_reporter, _options, _clock) = (environment.Reporter, environment.Options, environment.Clock);
        _mostBytes = _options.Validation.Limits.MaxResponseBytes;
        _pure = new ResolverContext(this);
    }

    public IServiceProvider Services => _request.Services!;

    public ClaimsPrincipal User => _request.User ?? Nobody;

    public IDictionary<string, object?> ContextData
    {
        get
        {
            if (_contextData is null)
            {
                Interlocked.CompareExchange(ref _contextData, new(_request.ContextData ?? new Dictionary<string, object?>()), null);
            }
            return _contextData;
        }
    }

    public DataLoaderScope DataLoaders
    {
        get
        {
            lock (_gate)
            {
                if (_dataLoaders is null)
                {
                    _dataLoaders = Services.GetRequiredService<DataLoaderScope>();
                    _dataLoaders.Join(this);
                }
                return _dataLoaders;
            }
        }
    }

    /// <inheritdoc/>
    public CancellationToken Aborted
    {
        get
        {
            lock (_gate)
            {
                if (_finished)
                {
                    return _callerAborted;
                }
                if (_surrender is not null && _abort is null)
                {
                    return new CancellationToken(canceled: true);
                }
                _abort ??= CancellationTokenSource.CreateLinkedTokenSource(_callerAborted);
                return _abort.Token;
            }
        }
    }

    /// <summary>Runs the operation to its end. A synchronization context of the caller is left: it would scatter what is to run in one turn.</summary>
    public ValueTask<OperationResult> RunAsync()
    {
        if (SynchronizationContext.Current is not { } ambient)
        {
            return BeginAsync();
        }
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return BeginAsync();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(ambient);
        }
    }

    private ValueTask<OperationResult> BeginAsync()
    {
        var root = _arena.NewObject(_operation.RootSet, null, 0);
        _root = root;
        _bytes = root.Set.FewestBytes;
        try
        {
            if (_operation.Type == OperationType.Mutation)
            {
                _serial = root.Set.Ordered(_fulfilled);
            }
            else
            {
                ExecuteSet(root, _rootValue, null);
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            GiveUp(exception);
        }
        return Drain() is { } result ? new ValueTask<OperationResult>(result) : new ValueTask<OperationResult>(_completion!.Task);
    }

    /// <summary>Opens the source stream of a subscription (spec 6.2.3.1).</summary>
    public async ValueTask<IAsyncEnumerable<object?>> OpenSourceAsync()
    {
        try
        {
            return await SubscribeAsync();
        }
        finally
        {
            _arena.Return();
        }
    }

    private async ValueTask<IAsyncEnumerable<object?>> SubscribeAsync()
    {
        var root = _arena.NewObject(_operation.RootSet, null, 0);
        var selection = root.Set.Ordered(_fulfilled) is [var only] ? only : throw new GraphQLException(new Error("A subscription selects exactly one root field.", ErrorCode.ValidationFailed));
        if (!TryBind(selection, out var arguments, out var problems))
        {
            throw new GraphQLException([.. problems.Select(problem => At(problem, root, selection))]);
        }
        var context = new ResolverContext(this);
        context.Enter(selection, root, _rootValue, arguments, null);
        var subscribe = selection.Field.Subscriber ?? throw new InvalidOperationException($"{selection.Field} has no source stream.");
        try
        {
            return await subscribe(context);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new GraphQLException([.. _reporter.From(exception).Select(error => At(error, root, selection))]);
        }
    }
}
