using System.Data.Common;
using System.Reflection;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.Kernel.Errors;
using IpMarketplace.Persistence.ChangeFeed;
using IpMarketplace.Persistence.Conventions;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Inputs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Persistence.Mutations;

/// <summary>
/// Runs a mutation in one write transaction: an answer commits, a refusal or a fault leaves nothing. The answer waits until
/// what was committed can be read in this process.
/// </summary>
public static class MutationTransaction
{
    /// <summary>The step around every mutation.</summary>
    public static async ValueTask RunAsync(IMiddlewareContext mutation, FieldDelegate next)
    {
        var field = mutation.Selection.Field;
        if (InputOf(mutation) is { } input && InputRules.ProblemsOf(input) is { Count: > 0 } problems)
        {
            mutation.Result = new Refused(new InputInvalid(problems));
            return;
        }
        if (field.Member?.IsDefined(typeof(WithoutWriteTransactionAttribute)) == true)
        {
            await next(mutation);
            return;
        }
        var db = mutation.Service<MarketplaceDbContext>();
        try
        {
            await db.WriteAsync(() => AnswerAsync(mutation, next, db, field.Name), isAnswered => isAnswered, mutation.RequestAborted);
        }
        catch (DbUpdateConcurrencyException)
        {
            mutation.Result = new Refused(new ChangedMeanwhile());
        }
        catch (DbUpdateException failure) when (failure.InnerException is DbException inner && db.IsUniqueViolation(inner))
        {
            mutation.Result = new Refused(new ChangedMeanwhile());
        }
        catch (ColumnLimitException failure)
        {
            mutation.Result = new Refused(ColumnProblems.AsRefusal(failure, InputOf(mutation)));
        }
        catch (OperationCanceledException cancelled) when (mutation.RequestAborted.IsCancellationRequested)
        {
            throw new RolledBackException(cancelled);
        }
        if (db.LastChange > 0)
        {
            await CatchUpAsync(mutation, db.LastChange);
        }
    }

    private static async Task CatchUpAsync(IMiddlewareContext mutation, long change)
    {
        try
        {
            await mutation.Service<IFeedFollowers>().CatchUpAsync(change, mutation.RequestAborted);
        }
        catch (OperationCanceledException) when (mutation.RequestAborted.IsCancellationRequested)
        {
            // What is committed is answered, though not every follower may have seen it.
        }
    }

    private static async Task<bool> AnswerAsync(IMiddlewareContext mutation, FieldDelegate next, MarketplaceDbContext db, string name)
    {
        var ct = mutation.RequestAborted;
        if (IdempotentCall.Of(InputOf(mutation) as IIdempotentInput, db.Actor, name, mutation.Selection.ResponseName, mutation.Services.GetServices<IRepeatableAnswer>()) is not { } call)
        {
            await next(mutation);
            return IsAnswered(mutation.Result);
        }
        if (await call.FirstAnswerAsync(db, ct) is { } earlier)
        {
            mutation.Result = earlier is Refusal refusal ? new Refused(refusal) : new Answered(earlier);
            return false;
        }
        await next(mutation);
        if (!IsAnswered(mutation.Result))
        {
            return false;
        }
        await call.RememberAsync(db, mutation.Result is IFieldResult answer ? answer.Value : mutation.Result, ct);
        return true;
    }

    private static object? InputOf(IMiddlewareContext mutation) => mutation.Selection.Field.Arguments.IsEmpty ? null : mutation.ArgumentValue(0);

    private static bool IsAnswered(object? result) => result is not IFieldResult { IsSuccess: false };

    private sealed record Refused(object? Value) : IFieldResult
    {
        public bool IsSuccess => false;
    }

    private sealed record Answered(object? Value) : IFieldResult
    {
        public bool IsSuccess => true;
    }
}
