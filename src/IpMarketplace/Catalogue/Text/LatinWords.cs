using System.Text;
using IpMarketplace.Catalogue.Storage;

namespace IpMarketplace.Catalogue.Text;

/// <summary>
/// Numbers the words that are no Chinese characters or pairs of them. Words are bytes in one arena, found through an open-addressing table: some 20 bytes a word. Words are only
/// ever added. One writer at a time; readers need no lock, because a table is published complete and a slot is written after its word.
/// </summary>
internal sealed class LatinWords
{
    private readonly Lock _adding = new();
    private Table _table = new(1 << 12, new int[1 << 11], new byte[1 << 14]);
    private int _count;

    /// <summary>How many words are known.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The memory held.</summary>
    public long Bytes => Volatile.Read(ref _table).Bytes;

    /// <summary>Stores the words known now.</summary>
    public void Write(SectionWriter to)
    {
        var count = Count;
        var table = Volatile.Read(ref _table);
        to.WriteArray<int>(table.Ends.AsSpan(0, count));
        to.WriteArray<byte>(table.Arena.AsSpan(0, count == 0 ? 0 : table.Ends[count - 1]));
    }

    /// <summary>Reads what was stored.</summary>
    /// <exception cref="InvalidDataException">These are no words.</exception>
    public static LatinWords Read(SectionReader from)
    {
        var ends = from.ReadArray<int>();
        var arena = from.ReadArray<byte>();
        var words = new LatinWords();
        var start = 0;
        foreach (var end in ends)
        {
            if (end <= start || end > arena.Length || !words.TryAdd(arena.AsSpan(start..end)))
            {
                throw new InvalidDataException("words are impossible");
            }
            start = end;
        }
        return start == arena.Length ? words : throw new InvalidDataException("words are impossible");
    }

    /// <summary>Whether a number is that of a Chinese term or of a word known here.</summary>
    public bool IsTerm(uint number) => number < Term.FirstWord || number - Term.FirstWord < (uint)Count;

    /// <summary>The term of a word, if it is known.</summary>
    public bool TryFind(ReadOnlySpan<char> word, out Term term)
    {
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetByteCount(word)];
        Encoding.UTF8.GetBytes(word, bytes);
        Volatile.Read(ref _table).SlotOf(bytes, out var number);
        term = new Term(Term.FirstWord + (uint)number);
        return number >= 0;
    }

    /// <summary>The term of a word, which is added if it is new.</summary>
    public Term FindOrAdd(ReadOnlySpan<char> word)
    {
        if (TryFind(word, out var known))
        {
            return known;
        }
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetByteCount(word)];
        Encoding.UTF8.GetBytes(word, bytes);
        TryAdd(bytes);
        return TryFind(word, out var added) ? added : throw new InvalidOperationException("A word that was added is not found.");
    }

    private bool TryAdd(ReadOnlySpan<byte> bytes)
    {
        lock (_adding)
        {
            var slot = _table.SlotOf(bytes, out var number);
            if (number >= 0)
            {
                return false;
            }
            number = _count;
            var table = _table.WithRoomFor(number, bytes.Length);
            if (table != _table)
            {
                slot = table.SlotOf(bytes, out _);
            }
            table.Write(slot, number, bytes);
            Volatile.Write(ref _table, table);
            Volatile.Write(ref _count, number + 1);
            return true;
        }
    }

    /// <summary>The word of a term.</summary>
    public string Spell(Term term) => Encoding.UTF8.GetString(Volatile.Read(ref _table).WordAt((int)(term.Number - Term.FirstWord)));

    /// <param name="SlotCount">A power of two.</param>
    /// <param name="Ends">Where each word ends in the arena; it begins where the one before it ends.</param>
    /// <param name="Arena">The words.</param>
    private sealed record Table(int SlotCount, int[] Ends, byte[] Arena)
    {
        private readonly int[] _slots = new int[SlotCount]; // number + 1; 0 is free

        public long Bytes => (SlotCount + Ends.Length) * 4L + Arena.Length;

        public ReadOnlySpan<byte> WordAt(int number)
        {
            var start = number == 0 ? 0 : Ends[number - 1];
            return Arena.AsSpan(start, Ends[number] - start);
        }

        public int SlotOf(ReadOnlySpan<byte> word, out int number)
        {
            var slot = (int)(Hash(word) & (uint)(SlotCount - 1));
            while ((number = Volatile.Read(ref _slots[slot]) - 1) >= 0 && !WordAt(number).SequenceEqual(word))
            {
                slot = (slot + 1) & (SlotCount - 1);
            }
            return slot;
        }

        public void Write(int slot, int number, ReadOnlySpan<byte> word)
        {
            var start = number == 0 ? 0 : Ends[number - 1];
            word.CopyTo(Arena.AsSpan(start));
            Ends[number] = start + word.Length;
            Volatile.Write(ref _slots[slot], number + 1);
        }

        public Table WithRoomFor(int number, int length)
        {
            var used = number == 0 ? 0 : Ends[number - 1];
            if (number < Ends.Length && used + length <= Arena.Length)
            {
                return this;
            }
            var larger = new Table(number < Ends.Length ? SlotCount : SlotCount * 2, Grown(Ends, number + 1), Grown(Arena, used + length));
            for (var i = 0; i < number; i++)
            {
                larger._slots[larger.SlotOf(WordAt(i), out _)] = i + 1;
            }
            return larger;
        }

        private static T[] Grown<T>(T[] array, int needed)
        {
            if (needed > array.Length)
            {
                Array.Resize(ref array, Math.Max(needed, array.Length * 2));
            }
            return array;
        }

        private static uint Hash(ReadOnlySpan<byte> word)
        {
            var hash = 2166136261u;
            foreach (var letter in word)
            {
                hash = (hash ^ letter) * 16777619u;
            }
            return hash ^ (hash >> 15);
        }
    }
}
