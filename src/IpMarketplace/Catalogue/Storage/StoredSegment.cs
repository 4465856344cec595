using IpMarketplace.Catalogue.Index;
using IpMarketplace.OpenLicensing;
using IpMarketplace.Patents;

namespace IpMarketplace.Catalogue.Storage;

/// <summary>A segment as a section: its arrays one after the other, its offers, its postings, what is struck out.</summary>
internal static class StoredSegment
{
    private const int FacetValues = 64;

    public static void Write(SectionWriter to, LiveSegment live)
    {
        var segment = live.Segment;
        to.WriteArray<CatalogueCard>(segment.Cards);
        to.WriteArray(segment.Texts.Bytes);
        foreach (var facet in segment.Facets)
        {
            to.WriteArray<byte>(facet);
        }
        to.WriteArray(segment.Lengths.Heads);
        to.WriteArray(segment.Lengths.Bodies);
        segment.Postings.Write(to);
        to.WriteArray<ulong>(live.Live);
        WriteOffers(to, segment.Offers);
    }

    /// <param name="from">The section.</param>
    /// <param name="ownerLists">How many lists of owners there are.</param>
    /// <param name="isTerm">Whether a term is one that the words stored with the segment can spell.</param>
    public static LiveSegment Read(SectionReader from, int ownerLists, Func<uint, bool> isTerm)
    {
        var cards = from.ReadArray<CatalogueCard>();
        var texts = new CardTexts(from.ReadArray<byte>());
        Require(cards.Length is > 0 and <= CatalogueSegment.MostDocuments, "a segment is too large or empty");
        for (var i = 0; i < cards.Length; i++)
        {
            ref readonly var card = ref cards[i];
            Require(i == 0 || cards[i - 1].PatentId < card.PatentId, "patents are not in order");
            Require((uint)card.Owners < (uint)ownerLists && texts.Holds(card.TextStart) && card.Status <= (byte)RightStatus.Invalidated && card.AreDays, "a card is impossible");
        }
        var facets = new byte[CatalogueSegment.FacetCount][];
        for (var facet = 0; facet < facets.Length; facet++)
        {
            facets[facet] = from.ReadArray<byte>(cards.Length);
            Require(!facets[facet].AsSpan().ContainsAnyExceptInRange((byte)0, (byte)(FacetValues - 1)), "a facet is impossible");
        }
        Require(!facets[(int)CatalogueFacet.Province].AsSpan().ContainsAnyExceptInRange((byte)0, (byte)Provinces.Count), "a province is impossible");
        var lengths = new FieldLengths(from.ReadArray<byte>(cards.Length), from.ReadArray<ushort>(cards.Length));
        var postings = Postings.Read(from, cards.Length, isTerm);
        var live = from.ReadArray<ulong>();
        var isWhole = live.Length == DocumentSet.WordsFor(cards.Length) && (cards.Length % 64 == 0 || live[^1] >> (cards.Length % 64) == 0);
        Require(live.Length == 0 || isWhole, "what still counts is impossible");
        return LiveSegment.Stored(new CatalogueSegment(cards, facets, ReadOffers(from, cards.Length), texts, lengths, postings), live);
    }

    private static void WriteOffers(SectionWriter to, CatalogueOffer?[] offers)
    {
        to.Write(offers.Count(offer => offer is not null));
        for (var document = 0; document < offers.Length; document++)
        {
            if (offers[document] is { } offer)
            {
                to.Write(document);
                to.WriteArray<byte>([.. offer.Kinds.Select(kind => (byte)kind)]);
                to.Write(offer.PublishedAt.UtcTicks);
                to.Write(offer.ListingId);
                to.Write(offer.OpenLicenceId ?? 0);
                to.Write(offer.PeriodEnd?.DayNumber ?? 0);
                to.Write(offer.AnnouncedOn?.DayNumber ?? 0);
                to.Write((byte)(offer.IsAccepting ? 1 : 0));
                WriteFee(to, offer.Fee);
            }
        }
    }

    private static CatalogueOffer?[] ReadOffers(SectionReader from, int documents)
    {
        var offers = new CatalogueOffer?[documents];
        for (var left = from.ReadCount(); left > 0; left--)
        {
            var document = from.Read<int>();
            Require((uint)document < (uint)documents && offers[document] is null, "an offer is of no patent");
            var kinds = from.ReadArray<byte>();
            Require(kinds.Length > 0 && Array.TrueForAll(kinds, kind => Enum.IsDefined((OfferKind)kind)), "an offer is of no kind");
            var ticks = from.Read<long>();
            Require(ticks >= 0 && ticks <= DateTime.MaxValue.Ticks, "an offer is of no date");
            offers[document] = new CatalogueOffer(Array.ConvertAll(kinds, kind => (OfferKind)kind), new DateTimeOffset(ticks, TimeSpan.Zero))
            {
                ListingId = from.Read<long>(),
                OpenLicenceId = from.Read<long>() is not 0 and var licence ? licence : null,
                PeriodEnd = DayOf(from.Read<int>()),
                AnnouncedOn = DayOf(from.Read<int>()),
                IsAccepting = from.Read<byte>() != 0,
                Fee = ReadFee(from),
            };
        }
        return offers;
    }

    private static void WriteFee(SectionWriter to, FeeTerms? fee)
    {
        to.Write((byte)(fee is null ? 0 : 1 + (int)fee.Structure));
        if (fee is not null)
        {
            to.Write(decimal.ToOACurrency(fee.FixedAmount ?? 0));
            to.Write(fee.InstalmentCount ?? 0);
            to.Write(fee.InstalmentMonths ?? 0);
            to.Write(decimal.ToOACurrency(fee.RoyaltyPercent ?? 0));
            to.Write(fee.RoyaltyBase is { } royaltyBase ? 1 + (int)royaltyBase : 0);
        }
    }

    private static FeeTerms? ReadFee(SectionReader from)
    {
        var structure = from.Read<byte>();
        if (structure == 0)
        {
            return null;
        }
        var refusal = FeeTerms.From(
            (FeeStructure)(structure - 1),
            from.Read<long>() is not 0 and var amount ? decimal.FromOACurrency(amount) : null,
            from.Read<int>() is not 0 and var count ? count : null,
            from.Read<int>() is not 0 and var months ? months : null,
            from.Read<long>() is not 0 and var percent ? decimal.FromOACurrency(percent) : null,
            from.Read<int>() is not 0 and var royaltyBase ? (RoyaltyBase)(royaltyBase - 1) : null,
            out var fee);
        Require(refusal is null && Enum.IsDefined((FeeStructure)(structure - 1)), "a fee is impossible");
        return fee;
    }

    private static DateOnly? DayOf(int number)
    {
        Require(number >= 0 && number <= DateOnly.MaxValue.DayNumber, "an offer is of no date");
        return number == 0 ? null : DateOnly.FromDayNumber(number);
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidDataException(otherwise);
        }
    }
}
