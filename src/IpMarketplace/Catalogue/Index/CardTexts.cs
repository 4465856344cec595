using System.Buffers;
using System.Text;

namespace IpMarketplace.Catalogue.Index;

/// <summary>The texts of a card, in the order in which a segment stores them.</summary>
internal enum CardText
{
    Title,
    TitleEn,
    IpcSymbols,
    Publication,
}

/// <summary>The short texts of all cards of a segment: UTF-8, each with its length before it.</summary>
internal sealed class CardTexts(byte[] bytes)
{
    /// <summary>How many texts a card has.</summary>
    public const int PerCard = 4;

    /// <summary>The memory held.</summary>
    public int Length => bytes.Length;

    /// <summary>All texts as stored.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>Whether all texts of a card that begins there lie within what is stored.</summary>
    public bool Holds(int cardStart)
    {
        long position = cardStart;
        for (var text = 0; text < PerCard; text++)
        {
            if (position < 0 || position + 2 > bytes.Length)
            {
                return false;
            }
            position += 2 + (bytes[position] | (bytes[position + 1] << 8));
        }
        return position <= bytes.Length;
    }

    /// <summary>All texts of a card, as stored.</summary>
    public ReadOnlySpan<byte> AllOf(int cardStart)
    {
        var (start, length) = Find(cardStart, (CardText)(PerCard - 1));
        return bytes.AsSpan(cardStart, start + length - cardStart);
    }

    /// <summary>A text as a string; null where it is empty.</summary>
    public string? Read(int cardStart, CardText text)
    {
        var (start, length) = Find(cardStart, text);
        return length == 0 ? null : Encoding.UTF8.GetString(bytes, start, length);
    }

    /// <summary>Appends a text in its stored form.</summary>
    public static void Write(ArrayBufferWriter<byte> writer, string? text)
    {
        var length = Encoding.UTF8.GetByteCount(text ?? "");
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, ushort.MaxValue);
        var span = writer.GetSpan(length + 2);
        span[0] = (byte)length;
        span[1] = (byte)(length >> 8);
        Encoding.UTF8.GetBytes(text ?? "", span[2..]);
        writer.Advance(length + 2);
    }

    private (int Start, int Length) Find(int cardStart, CardText text)
    {
        var position = cardStart;
        for (var i = CardText.Title; ; i++)
        {
            var length = bytes[position++] | (bytes[position++] << 8);
            if (i == text)
            {
                return (position, length);
            }
            position += length;
        }
    }
}
