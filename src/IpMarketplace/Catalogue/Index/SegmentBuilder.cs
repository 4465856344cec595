using System.Buffers;
using IpMarketplace.Catalogue.Text;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Patents;

namespace IpMarketplace.Catalogue.Index;

/// <summary>Makes a segment of entries.</summary>
internal sealed class SegmentBuilder(TextAnalyzer analyzer, OwnerLists owners)
{
    /// <summary>The segment of entries that have different patents.</summary>
    public CatalogueSegment Build(IEnumerable<CatalogueEntry> entries)
    {
        CatalogueEntry[] ordered = [.. entries.OrderBy(entry => entry.PatentId)];
        var cards = new CatalogueCard[ordered.Length];
        var facets = NewFacets(ordered.Length);
        var texts = new ArrayBufferWriter<byte>();
        var lengths = new FieldLengths(ordered.Length);
        var postings = new PostingsBuilder(analyzer);
        for (var i = 0; i < ordered.Length; i++)
        {
            var entry = ordered[i];
            cards[i] = CardOf(entry, texts);
            var (head, body) = Index(entry, postings);
            lengths.Set(i, head, body);
            foreach (var facet in Enum.GetValues<CatalogueFacet>())
            {
                facets[(int)facet][i] = FacetOf(entry, facet);
            }
        }
        return new CatalogueSegment(cards, facets, [.. ordered.Select(entry => entry.Offer)], new CardTexts(texts.WrittenSpan.ToArray()), lengths, postings.Build(lengths));
    }

    public static byte[][] NewFacets(int count) => [.. Enumerable.Range(0, CatalogueSegment.FacetCount).Select(_ => new byte[count])];

    private CatalogueCard CardOf(CatalogueEntry entry, ArrayBufferWriter<byte> texts)
    {
        var card = new CatalogueCard
        {
            PatentId = entry.PatentId,
            Version = entry.Version,
            Number = entry.Number is { } number ? DocumentNumber.Digits(number) : 0,
            FilingDay = entry.FilingDate?.DayNumber ?? 0,
            PublicationDay = entry.PublicationDate?.DayNumber ?? 0,
            GrantDay = entry.GrantDate?.DayNumber ?? 0,
            ExpiryDay = entry.ExpiryDate?.DayNumber ?? 0,
            StatusConfirmedDay = entry.StatusConfirmedOn?.DayNumber ?? 0,
            NewestDay = NewestOf(entry)?.DayNumber ?? 0,
            Owners = owners.PlaceOf(entry.Owners),
            TextStart = texts.WrittenCount,
            Status = (byte)entry.Status,
            ReadinessLevel = (byte)(entry.ReadinessLevel ?? 0),
        };
        CardTexts.Write(texts, entry.Title);
        CardTexts.Write(texts, entry.TitleEn);
        CardTexts.Write(texts, string.Join('\n', entry.IpcSymbols));
        CardTexts.Write(texts, entry.Publication?.Value);
        return card;
    }

    private static DateOnly? NewestOf(CatalogueEntry entry) =>
        entry.Offer is { } offer ? ChinaTime.DateIn(offer.PublishedAt) : entry.GrantDate ?? entry.PublicationDate ?? entry.FilingDate;

    private static (int Head, int Body) Index(CatalogueEntry entry, PostingsBuilder postings) => postings.Add(
        entry.TitleEn is null ? [entry.Title, .. entry.Keywords] : [entry.Title, entry.TitleEn, .. entry.Keywords],
        entry.Texts,
        entry.IpcSymbols.SelectMany(IpcLevels.Of));

    private static byte FacetOf(CatalogueEntry entry, CatalogueFacet facet) => facet switch
    {
        CatalogueFacet.Section => entry.IpcSymbols is [var main, ..] ? (byte)(main[0] - 'A' + 1) : (byte)0,
        CatalogueFacet.Field => entry.IpcSymbols is [var main, ..] ? (byte)(WipoField.NumberOf(main) ?? 0) : (byte)0,
        CatalogueFacet.Province => Provinces.NumberOf(entry.Institution?.Province),
        CatalogueFacet.InstitutionKind => entry.Owners is [{ Kind: { } kind }, ..] ? (byte)(kind + 1) : (byte)0,
        CatalogueFacet.FeeBand => entry.Offer is { } offer ? (byte)(offer.FeeBand + 1) : (byte)0,
        CatalogueFacet.PatentKind => (byte)(entry.Kind + 1),
        CatalogueFacet.OfferKind => (byte)(entry.Offer?.Kinds.Aggregate(0, (bits, kind) => bits | (1 << (int)kind)) ?? 0),
        _ => throw new ArgumentOutOfRangeException(nameof(facet), facet, "Every facet has its value here."),
    };
}
