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

    public int Count => Cards.Length;

    public CatalogueCard[] Cards { get; } = cards;

    /// <summary>Of each facet the values of all documents.</summary>
    public byte[][] Facets { get; } = facets;

    public CatalogueOffer?[] Offers { get; } = offers;

    public CardTexts Texts { get; } = texts;

    public FieldLengths Lengths { get; } = lengths;

    public Postings Postings { get; } = postings;

    /// <summary>The memory held, offers apart.</summary>
    public long Bytes => Count * (Unsafe.SizeOf<CatalogueCard>() + FacetCount + 8L + FieldLengths.BytesPerDocument) + Texts.Length + Postings.Bytes;

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
