using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using IpMarketplace.Catalogue.Text;

namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// By what a search text measures patents: how many there are, how long they are on average, how many of them have each of its terms, and how much of its weight is enough.
/// Every change in the catalogue changes these a little, and with them all scores. Therefore a cursor carries them: whoever continues a list, in whichever
/// process, measures as it was measured when the list began, and a patent that has not changed has the score that it had.
/// </summary>
/// <param name="Documents">How many patents there were.</param>
/// <param name="HeadAverage">How long a head was on average.</param>
/// <param name="BodyAverage">How long a body was on average.</param>
/// <param name="Enough">The weight that a patent must cover to be found; null until it is known.</param>
internal sealed record Yardstick(int Documents, float HeadAverage, float BodyAverage, float? Enough)
{
    private const int FixedPart = 4 + 4 + 4 + 4 + 4;
    private const int MostPerTerm = 5;

    /// <summary>Of each term of the text how many patents had it.</summary>
    public required IReadOnlyList<int> Having { get; init; }

    /// <summary>The measures of a snapshot.</summary>
    public static Yardstick Of(QueryText text, CatalogueSnapshot snapshot) => new(snapshot.CountedAmong, snapshot.HeadAverage, snapshot.BodyAverage, Enough: null)
    {
        Having = [.. text.Terms.Select(term => snapshot.CountOf(term.Term))],
    };

    /// <summary>Reads what <see cref="Spell"/> wrote; null for anything else, and for what was written for another text.</summary>
    public static Yardstick? Read(string spelled, QueryText text)
    {
        if (!Base64Url.IsValid(spelled, out var length) || length < FixedPart || length > FixedPart + MostPerTerm * text.Terms.Count)
        {
            return null;
        }
        ReadOnlySpan<byte> read = Base64Url.DecodeFromChars(spelled);
        var documents = BinaryPrimitives.ReadInt32LittleEndian(read[4..]);
        var headAverage = BinaryPrimitives.ReadSingleLittleEndian(read[8..]);
        var bodyAverage = BinaryPrimitives.ReadSingleLittleEndian(read[12..]);
        var enough = BinaryPrimitives.ReadSingleLittleEndian(read[16..]);
        var having = new int[text.Terms.Count];
        var position = FixedPart;
        for (var i = 0; i < having.Length; i++)
        {
            if (!PackedNumber.TryRead(read, ref position, out var number) || number > documents)
            {
                return null;
            }
            having[i] = (int)number;
        }
        var isPlausible = BinaryPrimitives.ReadUInt32LittleEndian(read) == HashOf(text) && position == length && documents >= 0
            && headAverage is >= 1 and <= FieldLengths.LongestHead && bodyAverage is >= 1 and <= FieldLengths.LongestBody && enough is >= 0 and <= float.MaxValue;
        return isPlausible ? new Yardstick(documents, headAverage, bodyAverage, enough) { Having = having } : null;
    }

    /// <summary>The yardstick as an opaque text, for a cursor of a list that was searched for by this text.</summary>
    public string Spell(QueryText text)
    {
        var writer = new ArrayBufferWriter<byte>();
        var head = writer.GetSpan(FixedPart);
        BinaryPrimitives.WriteUInt32LittleEndian(head, HashOf(text));
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], Documents);
        BinaryPrimitives.WriteSingleLittleEndian(head[8..], HeadAverage);
        BinaryPrimitives.WriteSingleLittleEndian(head[12..], BodyAverage);
        BinaryPrimitives.WriteSingleLittleEndian(head[16..], Enough ?? 0);
        writer.Advance(FixedPart);
        foreach (var having in Having)
        {
            PackedNumber.Write(writer, (uint)having);
        }
        return Base64Url.EncodeToString(writer.WrittenSpan);
    }

    private static uint HashOf(QueryText text) => BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(MemoryMarshal.AsBytes(text.Text.AsSpan())));
}
