using System.Buffers.Binary;
using System.Buffers.Text;

namespace IpMarketplace.Catalogue;

/// <summary>
/// A place in an ordered list: where a patent stands or stood. It stays meaningful when patents come and go, because it holds what the list is ordered by.
/// </summary>
/// <param name="Order">How the list is ordered.</param>
/// <param name="Key">What it is ordered by, smaller first.</param>
/// <param name="PatentId">Which of those with the same key, smaller first.</param>
public readonly record struct CataloguePlace(PatentOrder Order, long Key, long PatentId)
{
    private const int Size = 17;

    /// <summary>The place as an opaque text.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        bytes[0] = (byte)Order;
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], Key);
        BinaryPrimitives.WriteInt64BigEndian(bytes[9..], PatentId);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; false for anything else, and for a place in a list of another order.</summary>
    public static bool TryParse(string text, PatentOrder order, out CataloguePlace place)
    {
        Span<byte> bytes = stackalloc byte[Size];
        place = default;
        if (text.Length != Base64Url.GetEncodedLength(Size) || !Base64Url.TryDecodeFromChars(text, bytes, out var read) || read != Size || bytes[0] != (byte)order)
        {
            return false;
        }
        place = new CataloguePlace(order, BinaryPrimitives.ReadInt64BigEndian(bytes[1..]), BinaryPrimitives.ReadInt64BigEndian(bytes[9..]));
        return true;
    }

    internal bool IsBefore(long key, long patentId) => Key != key ? Key < key : PatentId < patentId;

    internal bool IsAfter(long key, long patentId) => Key != key ? Key > key : PatentId > patentId;
}
