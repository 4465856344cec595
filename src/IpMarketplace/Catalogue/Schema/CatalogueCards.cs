using IpMarketplace.Catalogue.Index;
using IpMarketplace.Patents.Schema;

namespace IpMarketplace.Catalogue.Schema;

/// <summary>
/// Makes the cards that lists show from the catalogue's columns. The cards shown last are kept, so that a list many ask for costs no decoding; a patent
/// that changes is another row, so a kept card is never stale.
/// </summary>
public sealed class CatalogueCards
{
    private const int Kept = 1 << 13;
    private readonly Entry?[] _kept = new Entry?[Kept];

    /// <summary>The card of a row.</summary>
    public PatentCard Of(CatalogueRow row)
    {
        ref var slot = ref _kept[row.Id & (Kept - 1)];
        if (Volatile.Read(ref slot) is { } kept && kept.Segment == row.Segment && kept.Card.Id == row.Id)
        {
            return kept.Card;
        }
        var card = Make(row);
        Volatile.Write(ref slot, new Entry(row.Segment, card));
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
        [.. row.Owners.Select(owner =>
        {
            var organization = row.OrganizationOf(owner);
            return new PatentOwnerCard(owner.Name, organization?.NameEn, owner.Kind, owner.Share, organization?.Province, owner.OrganizationId);
        })]);

    private sealed record Entry(CatalogueSegment Segment, PatentCard Card);
}
