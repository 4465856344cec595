using System.Buffers.Binary;
using System.Buffers.Text;

namespace IpMarketplace.Catalogue;

/// <summary>
/// A place in an ordered list: where a patent stands or stood. It stays meaningful when patents come and go, because it holds what the list is ordered by.
/// </summary>
/// <param name="Order">How the list is ordered.</param>
/// <param name="Key">What it is ordered by, smaller first.</param>
/// <param name="PatentId">Which of those with the same key, smaller first.</param>
/// <param name="Yardstick">By what a searched list was measured when it began, so that its scores stay as they were; null in a list without words.</param>
public readonly record struct CataloguePlace(PatentOrder Order, long Key, long PatentId, string? Yardstick = null)
{
    private const int Size = 17;
    private const char Separator = '.';

    /// <summary>The place as an opaque text.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        bytes[0] = (byte)Order;
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], Key);
        BinaryPrimitives.WriteInt64BigEndian(bytes[9..], PatentId);
        return Yardstick is null ? Base64Url.EncodeToString(bytes) : $"{Base64Url.EncodeToString(bytes)}{Separator}{Yardstick}";
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; false for anything else, and for a place in a list of another order.</summary>
    public static bool TryParse(string text, PatentOrder order, out CataloguePlace place)
    {
        Span<byte> bytes = stackalloc byte[Size];
        place = default;
        var end = text.IndexOf(Separator);
        var stand = end < 0 ? text : text.AsSpan(0, end);
        if (stand.Length != Base64Url.GetEncodedLength(Size) || !Base64Url.IsValid(stand) || Base64Url.DecodeFromChars(stand, bytes) != Size || bytes[0] != (byte)order)
        {
            return false;
        }
        var (key, patentId) = (BinaryPrimitives.ReadInt64BigEndian(bytes[1..]), BinaryPrimitives.ReadInt64BigEndian(bytes[9..]));
        place = new CataloguePlace(order, key, patentId, end < 0 ? null : text[(end + 1)..]);
        return true;
    }

    internal bool IsBefore(long key, long patentId) => Key != key ? Key < key : PatentId < patentId;

    internal bool IsAfter(long key, long patentId) => Key != key ? Key > key : PatentId > patentId;
}
