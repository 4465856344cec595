using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;

namespace IpMarketplace.Patents.Schema;

/// <summary>Mutations answer a patent's card.</summary>
internal sealed class PatentCardView : IAnswerView
{
    public Type AnswerType => typeof(PatentCard);

    public long KeyOf(object answer) => ((PatentCard)answer).Id;

    public async Task<object?> ShowAsync(MarketplaceDbContext db, long key, CancellationToken ct) =>
        (await db.CardsOfAsync(db.Patents.Where(patent => patent.Id == key), ct)).SingleOrDefault();
}
