using System.Numerics;

namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// Of each value of a facet the documents of a segment that have it, as sets: by them large results are narrowed and counted, 64 documents at a time. Made of the columns when
/// first asked for.
/// </summary>
internal sealed class FacetSets(byte[][] columns)
{
    /// <summary>The values of facets are below this.</summary>
    public const int MostValues = 64;

    private readonly (int Value, ulong[] Documents)[]?[] _sets = new (int, ulong[])[columns.Length][];

    /// <summary>The memory held so far.</summary>
    public long Bytes => _sets.Sum(facet => facet?.Sum(value => value.Documents.Length * 8L) ?? 0);

    /// <summary>The values of a facet that occur, each with the documents that have it.</summary>
    public (int Value, ulong[] Documents)[] Of(CatalogueFacet facet)
    {
        if (Volatile.Read(ref _sets[(int)facet]) is not { } sets)
        {
            sets = Make(facet);
            Volatile.Write(ref _sets[(int)facet], sets);
        }
        return sets;
    }

    /// <summary>Keeps of a set only the documents that have one of these values.</summary>
    public void Narrow(Span<ulong> set, CatalogueFacet facet, ulong values)
    {
        Span<ulong> any = stackalloc ulong[set.Length];
        foreach (var (value, documents) in Of(facet))
        {
            if ((values & (1UL << value)) != 0)
            {
                any.UnionWith(documents);
            }
        }
        set.IntersectWith(any);
    }

    /// <summary>Adds the documents of a set to the counts of the values that they have.</summary>
    public void Count(ReadOnlySpan<ulong> set, CatalogueFacet facet, int[] counts)
    {
        foreach (var (value, documents) in Of(facet))
        {
            counts[value] += set.CountWith(documents);
        }
    }

    /// <summary>The same for few documents.</summary>
    public void Count(ReadOnlySpan<ushort> documents, CatalogueFacet facet, int[] counts)
    {
        var column = columns[(int)facet];
        foreach (var document in documents)
        {
            if (facet != CatalogueFacet.OfferKind)
            {
                counts[column[document]]++;
                continue;
            }
            for (uint kinds = column[document]; kinds != 0; kinds &= kinds - 1)
            {
                counts[BitOperations.TrailingZeroCount(kinds)]++;
            }
        }
    }

    private (int, ulong[])[] Make(CatalogueFacet facet)
    {
        var column = columns[(int)facet];
        var sets = new ulong[]?[MostValues];
        for (var document = 0; document < column.Length; document++)
        {
            if (facet != CatalogueFacet.OfferKind)
            {
                Add(column[document], document);
                continue;
            }
            for (uint kinds = column[document]; kinds != 0; kinds &= kinds - 1)
            {
                Add(BitOperations.TrailingZeroCount(kinds), document);
            }
        }
        return [.. sets.Select((documents, value) => (value, documents)).Where(entry => entry.documents is not null).Select(entry => (entry.value, entry.documents!))];

        void Add(int value, int document) => (sets[value] ??= new ulong[DocumentSet.WordsFor(column.Length)]).AsSpan().Add(document);
    }
}
