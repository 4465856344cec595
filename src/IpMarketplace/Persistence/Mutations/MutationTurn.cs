using System.Data.Common;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.Kernel.Errors;
using IpMarketplace.Persistence.Conventions;
using IpMarketplace.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Persistence.Mutations;

/// <summary>
/// The write turn of a mutation. The step around mutations takes it for all of them, but for those that have slow work to do before, such as
/// hashing a password: they are <see cref="WithoutWriteTransactionAttribute">without</see> and take it themselves.
/// </summary>
public sealed class MutationTurn(MarketplaceDbContext db, IEnumerable<IRepeatableAnswer> cards)
{
    /// <summary>The mutation field that runs, and what the request calls it.</summary>
    internal (string Name, string ResponseName) Field { get; set; }

    /// <summary>Prepares outside of the turn, then writes in it. A call whose key is known is neither prepared nor written, but answered as at first.</summary>
    /// <param name="input">What may hold the key.</param>
    /// <param name="prepare">Slow work and cheap refusals; what it found out may be outdated when the turn comes.</param>
    /// <param name="write">What to do with what was prepared; its last step is to save.</param>
    /// <param name="ct">Cancels the wait and the work, never the commit.</param>
    public async Task<FieldResult<TAnswer>> TakeAsync<TPrepared, TAnswer>(
        IIdempotentInput input,
        Func<Task<(TPrepared? Prepared, Refusal? Refusal)>> prepare,
        Func<TPrepared, Task<FieldResult<TAnswer>>> write,
        CancellationToken ct)
        where TPrepared : class
        where TAnswer : class
    {
        if (CallOf(input) is { } call && await call.FirstAnswerAsync(db, ct) is { } earlier)
        {
            return earlier is Refusal refused ? new(refused) : new((TAnswer)earlier);
        }
        var (prepared, refusal) = await prepare();
        if (prepared is null)
        {
            return new(refusal!);
        }
        var result = (IFieldResult)(await TakeAsync(input, async () => await write(prepared), ct))!;
        return result.IsSuccess ? new((TAnswer)result.Value!) : new(result.Value!);
    }

    /// <summary>Runs the work in the turn: an answer commits and is remembered under its key, a refusal leaves nothing.</summary>
    internal async Task<object?> TakeAsync(object? input, Func<Task<object?>> work, CancellationToken ct)
    {
        var call = CallOf(input as IIdempotentInput);
        try
        {
            return (await db.WriteAsync(() => AnswerAsync(call, work, ct), answer => answer.Stands, ct)).Value;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refused(new ChangedMeanwhile());
        }
        catch (DbUpdateException failure) when (failure.InnerException is DbException inner && db.IsUniqueViolation(inner))
        {
            return new Refused(new ChangedMeanwhile());
        }
        catch (OperationCanceledException cancelled) when (ct.IsCancellationRequested)
        {
            throw new RolledBackException(cancelled);
        }
        catch (ColumnLimitException failure)
        {
            return new Refused(ColumnProblems.AsRefusal(failure, input));
        }
    }

    private IdempotentCall? CallOf(IIdempotentInput? input) => IdempotentCall.Of(input, db.Actor, Field.Name, Field.ResponseName, cards);

    internal static IFieldResult Refusal(Refusal refusal) => new Refused(refusal);

    private async Task<(object? Value, bool Stands)> AnswerAsync(IdempotentCall? call, Func<Task<object?>> work, CancellationToken ct)
    {
        if (call is not null && await call.FirstAnswerAsync(db, ct) is { } earlier)
        {
            return (earlier is Refusal refusal ? new Refused(refusal) : new Answered(earlier), false);
        }
        var answer = await work();
        if (answer is IFieldResult { IsSuccess: false })
        {
            return (answer, false);
        }
        if (call is not null)
        {
            await call.RememberAsync(db, answer is IFieldResult result ? result.Value : answer, ct);
        }
        return (answer, true);
    }

    private sealed record Refused(object? Value) : IFieldResult
    {
        public bool IsSuccess => false;
    }

    private sealed record Answered(object? Value) : IFieldResult
    {
        public bool IsSuccess => true;
    }
}
