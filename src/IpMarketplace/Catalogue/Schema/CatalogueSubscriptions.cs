using System.Runtime.CompilerServices;
using IpMarketplace.GraphQL.Execution;
using IpMarketplace.Patents.Schema;

namespace IpMarketplace.Catalogue.Schema;

/// <summary>What everyone can listen to.</summary>
[SubscriptionType]
public static partial class CatalogueSubscriptions
{
    internal const string Offers = "offers";

    /// <summary>A patent that is newly on offer: a listing of it was published, or CNIPA announced its open licence. It can be found by then.</summary>
    [AllowAnonymous]
    [Subscribe(With = nameof(WatchOffersAsync))]
    public static PatentCard PatentOffered([EventMessage] PatentCard patent) => patent;

    /// <summary>Listens to offers.</summary>
    /// <param name="kinds">Only offers of one of these kinds; all when not given.</param>
    /// <param name="catalogue">Where the offer is looked up.</param>
    /// <param name="cards">Makes what is shown.</param>
    /// <param name="events">What happens.</param>
    /// <param name="ct">Cancels the opening.</param>
    private static async Task<IAsyncEnumerable<PatentCard>> WatchOffersAsync(
        IReadOnlyList<OfferKind>? kinds, PatentCatalogue catalogue, CatalogueCards cards, ITopicEventReceiver events, CancellationToken ct) =>
        FollowAsync(await events.SubscribeAsync<long>(Offers, ct), kinds, catalogue, cards, default);

    // The offer may be gone again by now, or the patent hidden: the catalogue alone says what everyone may see.
    private static async IAsyncEnumerable<PatentCard> FollowAsync(
        ISourceStream<long> offers, IReadOnlyList<OfferKind>? kinds, PatentCatalogue catalogue, CatalogueCards cards, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var source = offers;
        await foreach (var patent in offers.ReadEventsAsync().WithCancellation(ct))
        {
            if (catalogue.Find(patent) is { Offer: { } offer } row && (kinds is null || offer.Kinds.Any(kinds.Contains)))
            {
                yield return cards.Of(row);
            }
        }
    }
}
