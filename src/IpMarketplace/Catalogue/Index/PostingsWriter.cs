using System.Buffers;

namespace IpMarketplace.Catalogue.Index;

/// <summary>Writes the postings of a segment, terms ascending and documents ascending in each.</summary>
/// <param name="lengths">How long the documents are.</param>
internal sealed class PostingsWriter(FieldLengths lengths)
{
    private readonly List<uint> _firstTerms = [];
    private readonly List<int> _groupStarts = [];
    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 16);
    private readonly ArrayBufferWriter<byte> _table = new();
    private readonly ArrayBufferWriter<byte> _documents = new();
    private readonly Strength _strength = new(lengths);
    private uint _term;
    private int _termCount;

    /// <summary>Writes the documents of a term, ascending: the document in the upper bits, its frequency in the lowest byte.</summary>
    public void Write(uint term, ReadOnlySpan<ulong> documents)
    {
        if (_termCount++ % Postings.TermsPerGroup == 0)
        {
            _firstTerms.Add(term);
            _groupStarts.Add(_bytes.WrittenCount);
            _term = term;
        }
        PackedNumber.Write(_bytes, term - _term);
        PackedNumber.Write(_bytes, (uint)documents.Length);
        _term = term;
        if (documents.Length == 1)
        {
            WriteDocuments(_bytes, documents, last: -1);
            return;
        }
        _table.ResetWrittenCount();
        _documents.ResetWrittenCount();
        if (documents.Length <= PostingReader.DocumentsPerBlock)
        {
            WriteDocuments(_documents, documents, last: -1);
            PackedNumber.Write(_bytes, (uint)_documents.WrittenCount);
        }
        else
        {
            WriteBlocks(documents);
            var lengthOfTable = (uint)_table.WrittenCount;
            PackedNumber.Write(_bytes, (uint)(PackedNumber.LengthOf(lengthOfTable) + _table.WrittenCount + _documents.WrittenCount));
            PackedNumber.Write(_bytes, lengthOfTable);
            _bytes.Write(_table.WrittenSpan);
        }
        _bytes.Write(_documents.WrittenSpan);
    }

    /// <summary>What was written.</summary>
    public Postings ToPostings() => new(_termCount, [.. _firstTerms], [.. _groupStarts], _bytes.WrittenSpan.ToArray());

    /// <summary>A posting as <see cref="Write"/> takes it.</summary>
    public static ulong Posting(uint term, int document, Frequency frequency) => ((ulong)term << 32) | ((ulong)document << 8) | frequency.Packed;

    /// <summary>Writes all documents, and of each block its last document, its length in bytes and the strongest that a document in it is.</summary>
    private void WriteBlocks(ReadOnlySpan<ulong> documents)
    {
        var last = -1;
        for (var start = 0; start < documents.Length; start += PostingReader.DocumentsPerBlock)
        {
            var block = documents.Slice(start, Math.Min(PostingReader.DocumentsPerBlock, documents.Length - start));
            var before = _documents.WrittenCount;
            WriteDocuments(_documents, block, last);
            PackedNumber.Write(_table, (uint)(DocumentOf(block[^1]) - last));
            PackedNumber.Write(_table, (uint)(_documents.WrittenCount - before));
            _table.Write([Strength.LevelOf(Strongest(block))]);
            last = DocumentOf(block[^1]);
        }
    }

    private float Strongest(ReadOnlySpan<ulong> documents)
    {
        var strongest = 0f;
        foreach (var posting in documents)
        {
            strongest = Math.Max(strongest, _strength.Of(DocumentOf(posting), new Frequency((byte)posting)));
        }
        return strongest;
    }

    private static void WriteDocuments(ArrayBufferWriter<byte> writer, ReadOnlySpan<ulong> documents, int last)
    {
        foreach (var posting in documents)
        {
            var document = DocumentOf(posting);
            var frequency = (byte)posting;
            var plain = frequency == Frequency.OnceInBody.Packed;
            PackedNumber.Write(writer, ((uint)(document - last) << 1) | (plain ? 0u : 1u));
            if (!plain)
            {
                writer.GetSpan(1)[0] = frequency;
                writer.Advance(1);
            }
            last = document;
        }
    }

    private static int DocumentOf(ulong posting) => (int)((posting >> 8) & 0xFF_FFFF);
}
