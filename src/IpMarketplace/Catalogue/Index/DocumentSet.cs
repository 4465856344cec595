using System.Numerics;

namespace IpMarketplace.Catalogue.Index;

/// <summary>Sets of the documents of a segment as bits, 64 to a word.</summary>
internal static class DocumentSet
{
    /// <summary>How many words a set of so many documents takes.</summary>
    public static int WordsFor(int documents) => (documents + 63) / 64;

    extension(ReadOnlySpan<ulong> set)
    {
        /// <summary>How many documents are in the set.</summary>
        public int CountDocuments()
        {
            var count = 0;
            foreach (var word in set)
            {
                count += BitOperations.PopCount(word);
            }
            return count;
        }

        /// <summary>How many documents are in both sets.</summary>
        public int CountWith(ReadOnlySpan<ulong> other)
        {
            var count = 0;
            for (var i = 0; i < set.Length && i < other.Length; i++)
            {
                count += BitOperations.PopCount(set[i] & other[i]);
            }
            return count;
        }

        /// <summary>Whether a document is in the set.</summary>
        public bool Has(int document) => (set[document >> 6] & (1UL << document)) != 0;

        /// <summary>Whether any document from the first to the last is in the set.</summary>
        public bool HasAny(int first, int last)
        {
            var (firstWord, lastWord) = (first >> 6, Math.Min(last >> 6, set.Length - 1));
            for (var i = firstWord; i <= lastWord; i++)
            {
                if ((set[i] & Mask(i, first, last)) != 0)
                {
                    return true;
                }
            }
            return false;
        }

        /// <summary>Writes the documents of the set, ascending.</summary>
        /// <returns>How many there are.</returns>
        public int WriteTo(Span<int> documents)
        {
            var count = 0;
            for (var i = 0; i < set.Length; i++)
            {
                for (var word = set[i]; word != 0; word &= word - 1)
                {
                    documents[count++] = (i << 6) + BitOperations.TrailingZeroCount(word);
                }
            }
            return count;
        }
    }

    extension(Span<ulong> set)
    {
        /// <summary>Puts a document in.</summary>
        public void Add(int document) => set[document >> 6] |= 1UL << document;

        /// <summary>Takes a document out.</summary>
        public void Remove(int document) => set[document >> 6] &= ~(1UL << document);

        /// <summary>Takes out all documents from the first to the last.</summary>
        public void RemoveRange(int first, int last)
        {
            var (firstWord, lastWord) = (first >> 6, Math.Min(last >> 6, set.Length - 1));
            for (var i = firstWord; i <= lastWord; i++)
            {
                set[i] &= ~Mask(i, first, last);
            }
        }

        /// <summary>Keeps only what the other set has too.</summary>
        public void IntersectWith(ReadOnlySpan<ulong> other)
        {
            for (var i = 0; i < set.Length; i++)
            {
                set[i] &= other[i];
            }
        }

        /// <summary>Adds what the other set has.</summary>
        public void UnionWith(ReadOnlySpan<ulong> other)
        {
            for (var i = 0; i < set.Length; i++)
            {
                set[i] |= other[i];
            }
        }

        /// <summary>Takes out what the other set has.</summary>
        public void ExceptWith(ReadOnlySpan<ulong> other)
        {
            for (var i = 0; i < set.Length; i++)
            {
                set[i] &= ~other[i];
            }
        }

        /// <summary>Puts the first documents in, and nothing else.</summary>
        public void FillFirst(int documents)
        {
            set.Fill(ulong.MaxValue);
            if ((documents & 63) != 0)
            {
                set[^1] = (1UL << documents) - 1;
            }
        }
    }

    private static ulong Mask(int word, int first, int last)
    {
        var (from, to) = (first - (word << 6), last - (word << 6));
        return (from <= 0 ? ulong.MaxValue : ulong.MaxValue << from) & (to >= 63 ? ulong.MaxValue : (1UL << (to + 1)) - 1);
    }
}
