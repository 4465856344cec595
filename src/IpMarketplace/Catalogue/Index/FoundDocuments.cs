using System.Runtime.CompilerServices;

namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// Everything that a search found, segment by segment, before narrowing by facets; its facets are counted when somebody asks for them. A facet by which the list is
/// narrowed counts as if it were not, so that it shows what choosing another value would bring.
/// </summary>
internal sealed class FoundDocuments(IReadOnlyList<(CatalogueFacet Facet, ulong Values)> narrowed)
{
    /// <summary>Up to so many documents are fewer bytes one by one than as a set.</summary>
    private const int Few = 4_096;

    private readonly List<Part> _parts = [];

    /// <summary>The memory held, segments apart.</summary>
    public long Bytes => _parts.Sum(part => Unsafe.SizeOf<Part>() + 24L + (part.Many?.Length * 8L ?? part.Few.Length * 2L));

    /// <summary>Adds what was found in a segment.</summary>
    public void Add(CatalogueSegment segment, ReadOnlySpan<ulong> documents)
    {
        var count = documents.CountDocuments();
        if (count > Few)
        {
            _parts.Add(new Part(segment, documents.ToArray(), []));
        }
        else if (count > 0)
        {
            Span<int> numbers = stackalloc int[Few];
            documents.WriteTo(numbers);
            _parts.Add(new Part(segment, null, Array.ConvertAll(numbers[..count].ToArray(), number => (ushort)number)));
        }
    }

    /// <summary>Of a facet the count of each value.</summary>
    public int[] CountsOf(CatalogueFacet facet)
    {
        var counts = new int[FacetSets.MostValues];
        var others = narrowed.Where(other => other.Facet != facet).ToList();
        Span<ulong> scratch = stackalloc ulong[DocumentSet.WordsFor(CatalogueSegment.MostDocuments)];
        foreach (var part in _parts)
        {
            if (part.Many is null && others.Count == 0)
            {
                part.Segment.FacetSets.Count(part.Few, facet, counts);
                continue;
            }
            var set = scratch[..DocumentSet.WordsFor(part.Segment.Count)];
            part.Expand(set);
            foreach (var (other, values) in others)
            {
                part.Segment.FacetSets.Narrow(set, other, values);
            }
            part.Segment.FacetSets.Count(set, facet, counts);
        }
        return counts;
    }

    private readonly record struct Part(CatalogueSegment Segment, ulong[]? Many, ushort[] Few)
    {
        public void Expand(Span<ulong> set)
        {
            if (Many is not null)
            {
                Many.CopyTo(set);
                return;
            }
            set.Clear();
            foreach (var document in Few)
            {
                set.Add(document);
            }
        }
    }
}
