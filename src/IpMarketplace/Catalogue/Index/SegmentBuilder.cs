using System.Buffers;
using System.Runtime.InteropServices;
using IpMarketplace.Catalogue.Text;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Patents;

namespace IpMarketplace.Catalogue.Index;

/// <summary>Makes a segment of entries, one after the other, without keeping them. Several builders may share an analyzer and owner lists.</summary>
internal sealed class SegmentBuilder(TextAnalyzer analyzer, OwnerLists owners)
{
    private static readonly CatalogueFacet[] AllFacets = Enum.GetValues<CatalogueFacet>();

    private readonly List<CatalogueCard> _cards = [];
    private readonly List<byte>[] _facets = [.. AllFacets.Select(_ => new List<byte>())];
    private readonly List<CatalogueOffer?> _offers = [];
    private readonly List<(int Head, int Body)> _lengths = [];
    private readonly ArrayBufferWriter<byte> _texts = new();
    private readonly PostingsBuilder _postings = new(analyzer);
    private readonly Dictionary<string, Term[]> _symbols = [];

    /// <summary>How many entries were added.</summary>
    public int Count => _cards.Count;

    /// <summary>The segment of entries that have different patents, in any order.</summary>
    public static CatalogueSegment Of(IEnumerable<CatalogueEntry> entries, TextAnalyzer analyzer, OwnerLists owners)
    {
        var builder = new SegmentBuilder(analyzer, owners);
        foreach (var entry in entries.OrderBy(entry => entry.PatentId))
        {
            builder.Add(entry);
        }
        return builder.Build();
    }

    /// <summary>Adds the next entry; patents come in ascending order of their ids.</summary>
    public void Add(CatalogueEntry entry)
    {
        _cards.Add(CardOf(entry));
        _lengths.Add(Index(entry));
        _offers.Add(entry.Offer);
        foreach (var facet in AllFacets)
        {
            _facets[(int)facet].Add(FacetOf(entry, facet));
        }
    }

    /// <summary>The segment of the entries added.</summary>
    public CatalogueSegment Build()
    {
        var lengths = new FieldLengths(Count);
        for (var i = 0; i < Count; i++)
        {
            lengths.Set(i, _lengths[i].Head, _lengths[i].Body);
        }
        return new CatalogueSegment(
            [.. _cards], [.. _facets.Select(facet => facet.ToArray())], [.. _offers], new CardTexts(_texts.WrittenSpan.ToArray()), lengths, _postings.Build(lengths));
    }

    public static byte[][] NewFacets(int count) => [.. AllFacets.Select(_ => new byte[count])];

    private CatalogueCard CardOf(CatalogueEntry entry)
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
            TextStart = _texts.WrittenCount,
            Status = (byte)entry.Status,
            ReadinessLevel = (byte)(entry.ReadinessLevel ?? 0),
        };
        CardTexts.Write(_texts, entry.Title);
        CardTexts.Write(_texts, entry.TitleEn);
        CardTexts.Write(_texts, string.Join('\n', entry.IpcSymbols));
        CardTexts.Write(_texts, entry.Publication?.Value);
        return card;
    }

    private static DateOnly? NewestOf(CatalogueEntry entry) =>
        entry.Offer is { } offer ? ChinaTime.DateIn(offer.PublishedAt) : entry.GrantDate ?? entry.PublicationDate ?? entry.FilingDate;

    private (int Head, int Body) Index(CatalogueEntry entry) => _postings.Add(
        entry.TitleEn is null ? [entry.Title, .. entry.Keywords] : [entry.Title, entry.TitleEn, .. entry.Keywords],
        entry.Texts,
        entry.IpcSymbols.SelectMany(TermsOf));

    private Term[] TermsOf(string symbol) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_symbols, symbol, out _) ??= [.. IpcLevels.Of(symbol).Select(analyzer.Learn)];

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
