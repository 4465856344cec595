using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using IpMarketplace.GraphQL.Errors;
using IpMarketplace.GraphQL.Execution.Diagnostics;
using IpMarketplace.GraphQL.Execution.PersistedOperations;
using IpMarketplace.GraphQL.Execution.Responses;
using IpMarketplace.GraphQL.Language;
using IpMarketplace.GraphQL.Planning;
using IpMarketplace.GraphQL.Results;
using IpMarketplace.GraphQL.TypeSystem.Coercion;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.GraphQL.Execution;

/// <summary>
/// The way of a request through the engine.
/// <code>
///  OperationRequest
///     │  document id             RequestDocuments   a document that is named skips the three steps below
///     │  document bytes          DocumentStore      known bytes skip the two steps below
///     ├─ parse ───────────────── Utf8GraphQLParser  grammar, token and depth limits
///     ├─ validate ────────────── DocumentValidator  spec 5 and limits
///     ├─ plan ────────────────── CachedDocument     one plan an operation, whatever the variables
///     │  variables
///     ├─ coerce ──────────────── VariableReader     spec 6.1.2, and limits
///     ├─ estimate ────────────── CostLimit          one formula an operation, with the sizes the variables give
///     ├─ authorize ───────────── OperationAuthorization   every field, before any resolver
///     └─ execute ─────────────── OperationExecution       spec 6.2 – 6.4
///            │
///        OperationResult, written as UTF-8 to the transport; for a subscription a ResponseStream of them
/// </code>
/// Whoever listens to the engine's <see cref="ActivitySource"/> or meter sees each of these steps; nothing is made for nobody.
/// </summary>
internal sealed class RequestExecutor(
    RequestDocuments documents,
    OperationAuthorization authorization,
    ExecutionEnvironment environment,
    IServiceScopeFactory scopes,
    ExecutionInstruments instruments,
    SlowOperationLog slow) : IRequestExecutor
{
    /// <inheritdoc/>
    public ValueTask<IExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken ct = default)
    {
        if (instruments.AreListenedTo)
        {
            return ExecuteObservedAsync(request, ct);
        }
        return TryPrepare(request, null, out var operation, out var refusal) ? RunAsync(operation, request, ct) : ValueTask.FromResult<IExecutionResult>(refusal);
    }

    // Asynchronous whatever happens, so that the spans it begins are not current in its caller.
    private async ValueTask<IExecutionResult> ExecuteObservedAsync(OperationRequest request, CancellationToken ct)
    {
        var observation = new RequestObservation(instruments, environment.Options.Instrumentation);
        if (!TryPrepare(request, observation, out var operation, out var refusal))
        {
            return observation.End(refusal);
        }
        IExecutionResult result;
        using (var phase = instruments.StartPhase(Phase.Kind.Execute))
        {
            result = await RunAsync(operation, request, ct);
            if (result is OperationResult { Errors: [var error, ..] })
            {
                phase?.Fail(ExecutionInstruments.ErrorType(error));
            }
        }
        return observation.End(result);
    }

    private bool TryPrepare(
        OperationRequest request, RequestObservation? observation, out PreparedOperation operation, [NotNullWhen(false)] out OperationResult? refusal)
    {
        var started = slow.Now;
        CachedDocument? document = null;
        operation = default;
        try
        {
            document = documents.Get(request);
            observation?.Receive(document, request.DocumentId);
            var plan = document.GetPlan(request.OperationName);
            observation?.Identify(plan);
            CheckAllowed(plan, request);
            var variables = ReadVariables(plan, request);
            CostLimit.Check(plan, variables, environment.Options.Validation.Limits);
            if (plan.Conditions.TryEvaluate(variables, out var fulfilled, out var problem))
            {
                operation = new PreparedOperation(document, plan, variables, fulfilled, started);
                refusal = null;
                return true;
            }
            refusal = WithoutData([problem]);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            refusal = Refused(exception);
            if (document is null)
            {
                observation?.Receive(request.Document.Span);
            }
        }
        slow.Note(started, document is null ? request.Document.Span : document.Text, refusal);
        return false;
    }

    private VariableValues ReadVariables(Operation plan, OperationRequest request)
    {
        using var phase = instruments.StartPhase(Phase.Kind.CoerceVariables);
        try
        {
            return VariableReader.Read(plan, request.Variables, request.Files, environment.Options.Validation);
        }
        catch (GraphQLException refusal)
        {
            phase?.Fail(ExecutionInstruments.ErrorType(refusal.Errors[0]));
            throw;
        }
    }

    private ValueTask<IExecutionResult> RunAsync(in PreparedOperation operation, OperationRequest request, CancellationToken ct)
    {
        if (operation.Plan.Type == OperationType.Subscription || !operation.Plan.AuthorizationChecks.IsEmpty || request.Services is null)
        {
            return ExecuteGuardedAsync(operation, request, ct);
        }
        var running = new OperationExecution(environment, operation, request, rootValue: null, ct).RunAsync();
        return running.IsCompletedSuccessfully
            ? ValueTask.FromResult<IExecutionResult>(slow.Note(operation, running.Result))
            : AwaitAsync(operation, running);
    }

    private async ValueTask<IExecutionResult> AwaitAsync(PreparedOperation operation, ValueTask<OperationResult> running) => slow.Note(operation, await running);

    private async ValueTask<IExecutionResult> ExecuteGuardedAsync(PreparedOperation operation, OperationRequest request, CancellationToken ct)
    {
        var ownScope = request.Services is null ? scopes.CreateAsyncScope() : (AsyncServiceScope?)null;
        var keepScope = false;
        try
        {
            request = ownScope is { } scope ? request.With(scope.ServiceProvider) : request;
            if (!operation.Plan.AuthorizationChecks.IsEmpty)
            {
                var refusals = await authorization.CheckAsync(operation, request, ct);
                if (refusals.Count > 0)
                {
                    return slow.Note(operation, WithoutData(refusals));
                }
            }
            if (operation.Plan.Type == OperationType.Subscription)
            {
                var source = await new OperationExecution(environment, operation, request, rootValue: null, ct).OpenSourceAsync();
                keepScope = true;
                return Subscribe(source, operation, request, ownScope, ct);
            }
            return slow.Note(operation, await new OperationExecution(environment, operation, request, rootValue: null, ct).RunAsync());
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return slow.Note(operation, Refused(exception, ct));
        }
        finally
        {
            if (ownScope is { } scope && !keepScope)
            {
                await scope.DisposeAsync();
            }
        }
    }

    private ResponseStream Subscribe(
        IAsyncEnumerable<object?> source, PreparedOperation operation, OperationRequest request, AsyncServiceScope? ownScope, CancellationToken ct)
    {
        var subscribed = Activity.Current?.Context ?? default;
        var ended = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var isRead = false;
        return new ResponseStream(ReadAsync(ended.Token), async () =>
        {
            await ended.CancelAsync();
            if (!isRead)
            {
                await CloseUnreadAsync(source);
            }
            ended.Dispose();
            if (ownScope is { } scope)
            {
                await scope.DisposeAsync();
            }
        });

        // Spec 6.2.3.2, MapSourceToResponseEvent: each event is the root value of one execution, in a service scope of its own.
        async IAsyncEnumerable<OperationResult> ReadAsync([EnumeratorCancellation] CancellationToken stop)
        {
            isRead = true;
            await using var events = source.GetAsyncEnumerator(stop);
            while (true)
            {
                OperationResult? failure = null;
                try
                {
                    if (!await events.MoveNextAsync())
                    {
                        yield break;
                    }
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested)
                {
                    yield break;
                }
                catch (Exception exception) when (exception is not OutOfMemoryException)
                {
                    failure = Refused(exception, stop);
                    RequestObservation.Note(failure.Errors, instruments, null);
                }
                if (failure is not null)
                {
                    yield return failure;
                    yield break;
                }
                await using var scope = scopes.CreateAsyncScope();
                environment.Options.ScopedServices.Initialize(request.Services!, scope.ServiceProvider);
                var answer = await AnswerEventAsync(operation with { Started = slow.Now }, request.With(scope.ServiceProvider), events.Current, subscribed, stop);
                if (stop.IsCancellationRequested)
                {
                    await answer.DisposeAsync();
                    yield break;
                }
                yield return answer;
            }
        }
    }

    // A stream lets go of its source at its end, which only one that has begun comes to.
    private static async ValueTask CloseUnreadAsync(IAsyncEnumerable<object?> source)
    {
        try
        {
            await using var events = source.GetAsyncEnumerator(new CancellationToken(canceled: true));
            await events.MoveNextAsync();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return; // it ends, however it does
        }
    }

    private async ValueTask<OperationResult> AnswerEventAsync(
        PreparedOperation operation, OperationRequest request, object? message, ActivityContext subscribed, CancellationToken ct)
    {
        var observation = instruments.AreListenedTo ? new EventObservation(instruments, operation.Plan, subscribed) : null;
        var result = await new OperationExecution(environment, operation, request, message, ct).RunAsync();
        observation?.End(result.Errors);
        return slow.Note(operation, result);
    }

    private static void CheckAllowed(Operation operation, OperationRequest request)
    {
        var kind = operation.Type switch
        {
            OperationType.Query => OperationKinds.Query,
            OperationType.Mutation => OperationKinds.Mutation,
            _ => OperationKinds.Subscription,
        };
        if ((request.AllowedOperations & kind) == 0)
        {
            var right = kind == OperationKinds.Subscription ? "use a WebSocket, or accept text/event-stream" : "use POST";
            throw new GraphQLException(new Error($"A {kind.ToString().ToLowerInvariant()} cannot be sent this way: {right}.", ErrorCode.OperationNotAllowed));
        }
    }

    private ExecutedResult WithoutData(IReadOnlyList<IError> errors) => new(null, null, ConditionSet.Empty, environment.Reporter.Filter(errors));

    private RequestErrorResult Refused(Exception exception, CancellationToken ct = default) =>
        new(exception is OperationCanceledException && ct.IsCancellationRequested ? Surrender.CallerGone.Whole! : environment.Reporter.Filter(environment.Reporter.From(exception)));
}
