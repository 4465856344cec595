using IpMarketplace.Kernel.Events;

namespace IpMarketplace.Persistence.Idempotency;

/// <summary>
/// A kind of answer that can be given again to a mutation that is sent again (GI-13). Aggregates are; a module registers
/// one more for each card that its mutations answer in an aggregate's place.
/// </summary>
public interface IRepeatableAnswer
{
    /// <summary>The type of the answers.</summary>
    Type Type { get; }

    /// <summary>The name kept with the key.</summary>
    string Kind => Type.Name;

    /// <summary>The key under which the answer is found again; null when it is of another kind.</summary>
    long? KeyOf(object answer);

    /// <summary>The answer as it is now, for want of how it was; null when it is gone.</summary>
    Task<object?> FindAsync(MarketplaceDbContext db, long key, CancellationToken ct);
}

/// <summary>Aggregates of one type, with their parts.</summary>
internal sealed class AggregateAnswer(Type type) : IRepeatableAnswer
{
    public Type Type => type;

    public long? KeyOf(object answer) => type.IsInstanceOfType(answer) ? ((Aggregate)answer).Id : null;

    public async Task<object?> FindAsync(MarketplaceDbContext db, long key, CancellationToken ct)
    {
        if (await db.FindAsync(type, [key], ct) is not { } found)
        {
            return null;
        }
        foreach (var part in db.Entry(found).Navigations.Where(navigation => !navigation.IsLoaded && !typeof(Aggregate).IsAssignableFrom(navigation.Metadata.TargetEntityType.ClrType)))
        {
            await part.LoadAsync(ct);
        }
        return found;
    }

    /// <summary>One for every aggregate of the model.</summary>
    public static IEnumerable<IRepeatableAnswer> In(MarketplaceDbContext db) => db.Model.GetEntityTypes()
        .Where(entity => entity.BaseType is null && typeof(Aggregate).IsAssignableFrom(entity.ClrType))
        .Select(entity => new AggregateAnswer(entity.ClrType));
}
