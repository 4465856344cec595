using IpMarketplace.Patents.Schema;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;

namespace IpMarketplace.Patents.Persistence;

/// <summary>Mutations of a patent answer its card; so does a repeated one (GI-13).</summary>
internal sealed class PatentCardAnswer : IRepeatableAnswer
{
    public Type Type => typeof(PatentCard);

    public long? KeyOf(object answer) => (answer as PatentCard)?.Id;

    public async Task<object?> FindAsync(MarketplaceDbContext db, long key, CancellationToken ct) =>
        (await db.CardsOfAsync(db.Patents.Where(patent => patent.Id == key), ct)).SingleOrDefault();
}
