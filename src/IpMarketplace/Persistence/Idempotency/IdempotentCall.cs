using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IpMarketplace.Kernel.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace IpMarketplace.Persistence.Idempotency;

/// <summary>
/// A mutation that its sender may send again (GI-13). Keys are kept per account. A visitor has none: what visitors may do
/// (register) is unique in itself, and their inputs hold passwords, of which not even a hash is to be kept.
/// </summary>
internal sealed record IdempotentCall(long AccountId, string Key, string Mutation, string InputHash, IEnumerable<IRepeatableAnswer> Cards)
{
    private const int ResponseNameDigits = 16;

    /// <summary>The call, or null when it has no key.</summary>
    /// <param name="input">What is asked for.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="mutation">The mutation field.</param>
    /// <param name="responseName">What the request calls the field: the header's key is that of the request, whose fields it tells apart by this.</param>
    /// <param name="cards">Answers that can be given again.</param>
    public static IdempotentCall? Of(IIdempotentInput? input, Actor actor, string mutation, string responseName, IEnumerable<IRepeatableAnswer> cards) =>
        input is null || actor.AccountId is not { } account ? null
        : input.IdempotencyKey is { Length: > 0 } own ? new IdempotentCall(account, own, mutation, HashOf(input), cards)
        : actor.IdempotencyKey is { Length: > 0 } key ? new IdempotentCall(account, key, InRequest(mutation, responseName), HashOf(input), cards)
        : null;

    /// <summary>What the first call of this key was answered; a refusal when the key cannot be used; null when this is the first.</summary>
    public async Task<object?> FirstAnswerAsync(MarketplaceDbContext db, CancellationToken ct)
    {
        if (Key.Length > IdempotencyRecord.MaxKeyLength)
        {
            return new InputInvalid("idempotencyKey", $"must have at most {IdempotencyRecord.MaxKeyLength} characters.");
        }
        var record = await db.Set<IdempotencyRecord>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.AccountId == AccountId && (row.Key == KeyHash || row.Key == Key) && row.Mutation == Mutation, ct);
        if (record is null)
        {
            return null;
        }
        if (record.InputHash != InputHash)
        {
            return new IdempotencyKeyReused(Key);
        }
        var kind = KindsIn(db).Single(kind => kind.Kind == record.ResultType);
        return (record.Answer is { } kept ? AnswerSnapshot.Read(kept, kind.Type) : null) ?? await kind.FindAsync(db, record.ResultId, ct) ?? new NotFound(record.ResultType);
    }

    /// <summary>Keeps the answer for the next call of this key.</summary>
    public async Task RememberAsync(MarketplaceDbContext db, object? answer, CancellationToken ct)
    {
        var (kind, key) = KindsIn(db).Select(kind => (kind.Kind, Key: answer is null ? null : kind.KeyOf(answer))).FirstOrDefault(found => found.Key is not null);
        db.Add(new IdempotencyRecord
        {
            AccountId = AccountId,
            Key = KeyHash,
            Mutation = Mutation,
            InputHash = InputHash,
            ResultType = kind,
            Answer = answer is null ? null : AnswerSnapshot.Of(answer),
            ResultId = key ?? throw new InvalidOperationException($"{Mutation} takes an idempotency key but answers nothing that can be answered again."),
            At = db.GetService<TimeProvider>().GetUtcNow(),
        });
        await db.SaveChangesAsync(ct);
    }

    private IEnumerable<IRepeatableAnswer> KindsIn(MarketplaceDbContext db) => Cards.Concat(AggregateAnswer.In(db));

    private static string InRequest(string mutation, string responseName) =>
        mutation == responseName ? mutation : $"{mutation} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(responseName)))[..ResponseNameDigits]}";

    private string KeyHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)));

    private static string HashOf(IIdempotentInput input)
    {
        var content = JsonSerializer.SerializeToNode(input, input.GetType())!.AsObject();
        content.Remove(nameof(IIdempotentInput.IdempotencyKey));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToJsonString())));
    }
}
