using System.Reflection;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.Kernel.Errors;
using IpMarketplace.Persistence.ChangeFeed;
using IpMarketplace.Persistence.Inputs;

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
        var input = field.Arguments.IsEmpty ? null : mutation.ArgumentValue(0);
        if (input is not null && InputRules.ProblemsOf(input) is { Count: > 0 } problems)
        {
            mutation.Result = MutationTurn.Refusal(new InputInvalid(problems));
            return;
        }
        var turn = mutation.Service<MutationTurn>();
        turn.Field = (field.Name, mutation.Selection.ResponseName);
        if (field.Member?.IsDefined(typeof(WithoutWriteTransactionAttribute)) == true)
        {
            await next(mutation);
        }
        else
        {
            mutation.Result = await turn.TakeAsync(input, AnswerAsync, mutation.RequestAborted);
        }
        if (mutation.Service<MarketplaceDbContext>().LastChange is > 0 and var last)
        {
            await CatchUpAsync(mutation, last);
        }

        async Task<object?> AnswerAsync()
        {
            await next(mutation);
            return mutation.Result;
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
            return; // what is committed is answered, though not every follower may have seen it
        }
    }
}
