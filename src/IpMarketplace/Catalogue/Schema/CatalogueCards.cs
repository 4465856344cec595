using IpMarketplace.Catalogue.Index;
using IpMarketplace.Patents.Schema;

namespace IpMarketplace.Catalogue.Schema;

/// <summary>
/// Makes the cards that lists show from the catalogue's columns. A card asked for twice is kept, so that a list many ask for costs no decoding; one asked
/// for once is not, so that a walk through everything pushes nothing out; nor is one that is much larger than cards are, so that all of them together are bounded. A patent that changes is another row, so a kept card is never stale.
/// </summary>
public sealed class CatalogueCards
{
    private const int Slots = 1 << 13;
    private const int MostTextBytes = 2_000;
    private const int MostOwners = 8;
    private readonly Entry?[] _kept = new Entry?[Slots];
    private readonly long[] _missed = new long[Slots];

    /// <summary>The card of a row.</summary>
    public PatentCard Of(CatalogueRow row)
    {
        var id = row.Id;
        var slot = id & (Slots - 1);
        if (Volatile.Read(ref _kept[slot]) is { } kept && kept.Segment == row.Segment && kept.Card.Id == id)
        {
            return kept.Card;
        }
        var card = Make(row);
        if (row.TextBytes <= MostTextBytes && row.Owners.Count <= MostOwners && Interlocked.Exchange(ref _missed[slot], id) == id)
        {
            Volatile.Write(ref _kept[slot], new Entry(row.Segment, card));
        }
        return card;
    }

    private static PatentCard Make(CatalogueRow row) => new(
        row.Id,
        row.Version,
        row.Number,
        row.Publication,
        row.Kind,
        row.Title,
        row.TitleEn,
        row.Status,
        row.StatusConfirmedOn,
        row.FilingDate,
        row.GrantDate,
        row.ExpiryDate,
        row.IpcSymbols,
        row.ReadinessLevel,
        OwnersOf(row));

    private static PatentOwnerCard[] OwnersOf(CatalogueRow row)
    {
        var owners = row.Owners;
        var cards = owners.Count == 0 ? [] : new PatentOwnerCard[owners.Count];
        for (var i = 0; i < cards.Length; i++)
        {
            var owner = owners[i];
            var organization = row.OrganizationOf(owner);
            cards[i] = new PatentOwnerCard(owner.Name, organization?.NameEn, owner.Kind, owner.Share, organization?.Province, owner.OrganizationId);
        }
        return cards;
    }

    private sealed record Entry(CatalogueSegment Segment, PatentCard Card);
}
