using System.Runtime.CompilerServices;
using IpMarketplace.GraphQL.Errors;
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
///     │  document bytes          DocumentStore      known bytes skip the two steps below
///     ├─ parse ───────────────── Utf8GraphQLParser  grammar, token and depth limits
///     ├─ validate ────────────── DocumentValidator  spec 5 and limits
///     ├─ plan ────────────────── CachedDocument     one plan an operation, whatever the variables
///     │  variables
///     ├─ coerce ──────────────── VariableReader     spec 6.1.2
///     ├─ authorize ───────────── OperationAuthorization   every field, before any resolver
///     └─ execute ─────────────── OperationExecution       spec 6.2 – 6.4
///            │
///        OperationResult, written as UTF-8 to the transport; for a subscription a ResponseStream of them
/// </code>
/// </summary>
internal sealed class RequestExecutor(
    DocumentStore documents, OperationAuthorization authorization, ExecutionEnvironment environment, IServiceScopeFactory scopes) : IRequestExecutor
{
    /// <inheritdoc/>
    public ValueTask<IExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken ct = default)
    {
        Operation plan;
        VariableValues variables;
        try
        {
            plan = documents.Get(request.Document).GetPlan(request.OperationName);
            CheckAllowed(plan, request);
            variables = VariableReader.Read(plan, request.Variables);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return ValueTask.FromResult<IExecutionResult>(Refused(exception));
        }
        if (!plan.Conditions.TryEvaluate(variables, out var fulfilled, out var problem))
        {
            return ValueTask.FromResult<IExecutionResult>(WithoutData([problem]));
        }
        var operation = new PreparedOperation(plan, variables, fulfilled);
        if (operation.Plan.Type != OperationType.Subscription && operation.Plan.AuthorizationChecks.IsEmpty && request.Services is not null)
        {
            var running = new OperationExecution(environment, operation, request, rootValue: null, ct).RunAsync();
            return running.IsCompletedSuccessfully ? ValueTask.FromResult<IExecutionResult>(running.Result) : AwaitAsync(running);
        }
        return ExecuteGuardedAsync(operation, request, ct);
    }

    private static async ValueTask<IExecutionResult> AwaitAsync(ValueTask<OperationResult> running) => await running;

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
                    return WithoutData(refusals);
                }
            }
            if (operation.Plan.Type == OperationType.Subscription)
            {
                var source = await new OperationExecution(environment, operation, request, rootValue: null, ct).OpenSourceAsync();
                keepScope = true;
                return Subscribe(source, operation, request, ownScope, ct);
            }
            return await new OperationExecution(environment, operation, request, rootValue: null, ct).RunAsync();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return Refused(exception);
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
        var ended = CancellationTokenSource.CreateLinkedTokenSource(ct);
        return new ResponseStream(ReadAsync(ended.Token), async () =>
        {
            await ended.CancelAsync();
            if (ownScope is { } scope)
            {
                await scope.DisposeAsync();
            }
        });

        // Spec 6.2.3.2, MapSourceToResponseEvent: each event is the root value of one execution, in a service scope of its own.
        async IAsyncEnumerable<OperationResult> ReadAsync([EnumeratorCancellation] CancellationToken stop)
        {
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
                    failure = Refused(exception);
                }
                if (failure is not null)
                {
                    yield return failure;
                    yield break;
                }
                await using var scope = scopes.CreateAsyncScope();
                yield return await new OperationExecution(environment, operation, request.With(scope.ServiceProvider), events.Current, stop).RunAsync();
            }
        }
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
            throw new GraphQLException(new Error($"A {kind.ToString().ToLowerInvariant()} cannot be sent this way.", ErrorCode.OperationNotAllowed));
        }
    }

    private ExecutedResult WithoutData(IReadOnlyList<IError> errors) => new(null, null, ConditionSet.Empty, environment.Reporter.Filter(errors));

    private RequestErrorResult Refused(Exception exception) => new(environment.Reporter.Filter(environment.Reporter.From(exception)));
}
