using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace IpMarketplace.Persistence.Idempotency;

/// <summary>
/// A mutation that its sender may send again (GI-13). Keys are kept per account. A visitor has none: what visitors may do
/// (register) is unique in itself, and their inputs hold passwords, of which not even a hash is to be kept.
/// </summary>
internal sealed record IdempotentCall(long AccountId, string Key, string Mutation, string InputHash)
{
    /// <summary>The call, or null when it has no key.</summary>
    public static IdempotentCall? Of(IIdempotentInput? input, Actor actor, string mutation) =>
        input is not null && actor.AccountId is { } account && (input.IdempotencyKey ?? actor.IdempotencyKey) is { Length: > 0 } key
            ? new IdempotentCall(account, key, mutation, HashOf(input))
            : null;

    /// <summary>What the first call of this key was answered, as it is now; a refusal when the key cannot be used; null when this is the first.</summary>
    public async Task<object?> FirstAnswerAsync(MarketplaceDbContext db, IEnumerable<IAnswerView> views, CancellationToken ct)
    {
        if (Key.Length > IdempotencyRecord.MaxKeyLength)
        {
            return new InputInvalid("idempotencyKey", $"must have at most {IdempotencyRecord.MaxKeyLength} characters.");
        }
        var record = await db.Set<IdempotencyRecord>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.AccountId == AccountId && row.Key == Key && row.Mutation == Mutation, ct);
        if (record is null)
        {
            return null;
        }
        if (record.InputHash != InputHash)
        {
            return new IdempotencyKeyReused(Key);
        }
        if (views.FirstOrDefault(view => view.AnswerType.Name == record.ResultType) is { } shown)
        {
            return await shown.ShowAsync(db, record.ResultId, ct) ?? new NotFound(record.ResultType);
        }
        var type = db.Model.GetEntityTypes().Single(entity => entity.ClrType.Name == record.ResultType && entity.FindPrimaryKey() is not null && !entity.IsOwned());
        return await db.FindAsync(type.ClrType, [record.ResultId], ct) ?? new NotFound(record.ResultType);
    }

    /// <summary>Keeps the answer for the next call of this key.</summary>
    public async Task RememberAsync(MarketplaceDbContext db, IEnumerable<IAnswerView> views, object? answer, CancellationToken ct)
    {
        var (type, id) = answer switch
        {
            Aggregate aggregate => (db.Model.FindRuntimeEntityType(aggregate.GetType())!.ClrType.Name, aggregate.Id),
            not null when views.FirstOrDefault(view => view.AnswerType == answer.GetType()) is { } shown => (shown.AnswerType.Name, shown.KeyOf(answer)),
            _ => throw new InvalidOperationException($"{Mutation} takes an idempotency key but answers no aggregate that could be answered again."),
        };
        db.Add(new IdempotencyRecord
        {
            AccountId = AccountId,
            Key = Key,
            Mutation = Mutation,
            InputHash = InputHash,
            ResultType = type,
            ResultId = id,
            At = db.GetService<TimeProvider>().GetUtcNow(),
        });
        await db.SaveChangesAsync(ct);
    }

    private static string HashOf(IIdempotentInput input)
    {
        var content = JsonSerializer.SerializeToNode(input, input.GetType())!.AsObject();
        content.Remove(nameof(IIdempotentInput.IdempotencyKey));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToJsonString())));
    }
}
