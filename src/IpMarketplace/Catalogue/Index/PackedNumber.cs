using System.Buffers;
using System.Numerics;

namespace IpMarketplace.Catalogue.Index;

/// <summary>Numbers in as few bytes as they need: seven bits each, the highest bit says that another byte follows.</summary>
internal static class PackedNumber
{
    /// <summary>Reads a number and moves behind it.</summary>
    public static uint Read(ReadOnlySpan<byte> bytes, ref int position)
    {
        uint letter = bytes[position++];
        if (letter < 0x80)
        {
            return letter;
        }
        var number = letter & 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            letter = bytes[position++];
            number |= (letter & 0x7F) << shift;
            if (letter < 0x80)
            {
                return number;
            }
        }
    }

    /// <summary>Reads a number from bytes that anybody may have written; false when there is none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, ref int position, out uint number)
    {
        number = 0;
        for (var shift = 0; shift < 28 && position < bytes.Length; shift += 7)
        {
            var letter = bytes[position++];
            number |= (letter & 0x7Fu) << shift;
            if (letter < 0x80)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>How many bytes a number takes.</summary>
    public static int LengthOf(uint number) => Math.Max(1, (BitOperations.Log2(number) + 7) / 7);

    /// <summary>Writes a number.</summary>
    public static void Write(ArrayBufferWriter<byte> writer, uint number)
    {
        var bytes = writer.GetSpan(5);
        var length = 0;
        while (number >= 0x80)
        {
            bytes[length++] = (byte)(number | 0x80);
            number >>= 7;
        }
        bytes[length++] = (byte)number;
        writer.Advance(length);
    }
}
