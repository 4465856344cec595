using System.Buffers;

namespace IpMarketplace.Catalogue.Index;

/// <summary>Writes the postings of a segment, terms ascending and documents ascending in each.</summary>
internal sealed class PostingsWriter
{
    private readonly List<uint> _terms = [];
    private readonly List<int> _starts = [];
    private readonly ArrayBufferWriter<byte> _blocks = new(1 << 16);

    /// <summary>Writes the documents of a term, ascending: the document in the upper bits, its frequency in the lowest byte.</summary>
    public void Write(uint term, ReadOnlySpan<ulong> documents)
    {
        _terms.Add(term);
        _starts.Add(_blocks.WrittenCount);
        WriteNumber((uint)documents.Length);
        var last = -1;
        foreach (var posting in documents)
        {
            var document = (int)((posting >> 8) & 0xFF_FFFF);
            var frequency = (byte)posting;
            var plain = frequency == Frequency.OnceInBody.Packed;
            WriteNumber(((uint)(document - last) << 1) | (plain ? 0u : 1u));
            if (!plain)
            {
                _blocks.GetSpan(1)[0] = frequency;
                _blocks.Advance(1);
            }
            last = document;
        }
    }

    /// <summary>What was written.</summary>
    public Postings ToPostings() => new([.. _terms], [.. _starts], _blocks.WrittenSpan.ToArray());

    /// <summary>A posting as <see cref="Write"/> takes it.</summary>
    public static ulong Posting(uint term, int document, Frequency frequency) => ((ulong)term << 32) | ((ulong)document << 8) | frequency.Packed;

    private void WriteNumber(uint number)
    {
        var bytes = _blocks.GetSpan(5);
        var length = 0;
        while (number >= 0x80)
        {
            bytes[length++] = (byte)(number | 0x80);
            number >>= 7;
        }
        bytes[length++] = (byte)number;
        _blocks.Advance(length);
    }
}
