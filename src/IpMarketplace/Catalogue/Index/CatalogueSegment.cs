using System.Runtime.CompilerServices;

namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// Some tens of thousands of patents, immutable: cards, facets, offers, texts and postings, in ascending order of patent ids. A patent's place
/// in the order is its document number here. What changes goes into a new segment and is struck out in the old one.
/// </summary>
internal sealed class CatalogueSegment(CatalogueCard[] cards, byte[][] facets, CatalogueOffer?[] offers, CardTexts texts, FieldLengths lengths, Postings postings)
{
    /// <summary>The most patents in a segment, so that the scores of one segment stay in the processor's cache.</summary>
    public const int MostDocuments = 1 << 16;

    public static readonly int FacetCount = Enum.GetValues<CatalogueFacet>().Length;

    private readonly ushort[]?[] _orders = new ushort[]?[Enum.GetValues<PatentOrder>().Length];

    public int Count => Cards.Length;

    public CatalogueCard[] Cards { get; } = cards;

    /// <summary>Of each facet the values of all documents.</summary>
    public byte[][] Facets { get; } = facets;

    /// <summary>Of each facet and value the documents that have it.</summary>
    public FacetSets FacetSets { get; } = new(facets);

    public CatalogueOffer?[] Offers { get; } = offers;

    public CardTexts Texts { get; } = texts;

    public FieldLengths Lengths { get; } = lengths;

    public Postings Postings { get; } = postings;

    /// <summary>The memory held, offers apart; facets and orders that were asked for are in it.</summary>
    public long Bytes => Count * (Unsafe.SizeOf<CatalogueCard>() + FacetCount + 8L + FieldLengths.BytesPerDocument) + Texts.Length + Postings.Bytes
        + FacetSets.Bytes + _orders.Sum(order => order?.Length * 2L ?? 0);

    /// <summary>All documents in an order without words, those of equal rank by their ids. Sorted when first asked for.</summary>
    public ushort[] InOrder(PatentOrder order)
    {
        if (Volatile.Read(ref _orders[(int)order]) is not { } sorted)
        {
            sorted = Sorted(order, [.. Enumerable.Range(0, Count)]);
            Volatile.Write(ref _orders[(int)order], sorted);
        }
        return sorted;
    }

    /// <summary>Some documents in an order without words, those of equal rank by their ids.</summary>
    public ushort[] Sorted(PatentOrder order, int[] documents)
    {
        var keys = Array.ConvertAll(documents, document => (Key: SortKey.Of(order, this, document), Document: (ushort)document));
        Array.Sort(keys);
        return Array.ConvertAll(keys, key => key.Document);
    }

    /// <summary>Whether <see cref="InOrder"/> was asked for this order.</summary>
    public bool IsSortedBy(PatentOrder order) => Volatile.Read(ref _orders[(int)order]) is not null;

    /// <summary>The document of a patent, or -1.</summary>
    public int Find(long patentId)
    {
        int low = 0, high = Cards.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var id = Cards[middle].PatentId;
            if (id == patentId)
            {
                return middle;
            }
            (low, high) = id < patentId ? (middle + 1, high) : (low, middle - 1);
        }
        return -1;
    }
}
