using System.Buffers;
using System.Numerics;

namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// Finds what covers enough of a query's weight: the sum of the weights of its deciding terms that a document has, however often. Rare terms lead: those frequent terms that
/// together are not enough can only add to what one of the others found, and are looked up for that alone.
/// </summary>
internal sealed class Coverage : IDisposable
{
    private readonly WeightedTerm[] _terms;
    private readonly float[] _covered = ArrayPool<float>.Shared.Rent(CatalogueSegment.MostDocuments);

    public Coverage(WeightedTerm[] deciding) => _terms = deciding;

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<float>.Shared.Return(_covered);

    /// <summary>The most that a document covers by those terms alone that cannot be enough together.</summary>
    public float MostOfFollowers(float enough) => SumFrom(LeadersFor(enough));

    /// <summary>Finds the documents that cover enough.</summary>
    /// <param name="segment">Where to look.</param>
    /// <param name="places">Where the documents of the deciding terms are.</param>
    /// <param name="enough">How much is enough.</param>
    /// <param name="found">Takes the documents found.</param>
    /// <param name="wantBest">Whether the answer must be exact where a single term is enough.</param>
    /// <returns>The most that is covered by a live document which has one of the leading terms.</returns>
    public float Find(LiveSegment segment, ReadOnlySpan<PostingPlace> places, float enough, Span<ulong> found, bool wantBest)
    {
        found.Clear();
        var leaders = LeadersFor(enough);
        if (!wantBest && leaders > 0 && _terms[leaders - 1].Weight >= enough)
        {
            foreach (var place in places[..leaders])
            {
                Collect(segment.Segment.Postings.At(place), found);
            }
            KeepLive(segment, found);
            return found.CountDocuments() > 0 ? enough : 0;
        }
        Array.Clear(_covered, 0, segment.Segment.Count);
        for (var i = 0; i < leaders; i++)
        {
            Lead(segment.Segment.Postings.At(places[i]), _terms[i].Weight, found);
        }
        KeepLive(segment, found);
        for (var i = leaders; i < places.Length; i++)
        {
            Follow(segment.Segment.Postings.At(places[i]).Blocks, _terms[i].Weight, found);
        }
        return KeepEnough(found, enough);
    }

    /// <summary>How many of the terms lead: the others are not enough even together.</summary>
    private int LeadersFor(float enough)
    {
        var leaders = 0;
        while (leaders < _terms.Length && SumFrom(leaders) >= enough)
        {
            leaders++;
        }
        return leaders;
    }

    // Added up in the order in which documents add up: no document with some of the terms can exceed it, not even by rounding.
    private float SumFrom(int first)
    {
        var sum = 0f;
        for (var i = first; i < _terms.Length; i++)
        {
            sum += _terms[i].Weight;
        }
        return sum;
    }

    private static void KeepLive(LiveSegment segment, Span<ulong> found)
    {
        if (segment.Live is { } live)
        {
            found.IntersectWith(live);
        }
    }

    private static void Collect(PostingReader postings, Span<ulong> found)
    {
        Span<int> documents = stackalloc int[PostingReader.DocumentsPerBlock];
        Span<Frequency> frequencies = stackalloc Frequency[PostingReader.DocumentsPerBlock];
        int count;
        while ((count = postings.Read(documents, frequencies)) > 0)
        {
            foreach (var document in documents[..count])
            {
                found.Add(document);
            }
        }
    }

    private void Lead(PostingReader postings, float weight, Span<ulong> found)
    {
        Span<int> documents = stackalloc int[PostingReader.DocumentsPerBlock];
        Span<Frequency> frequencies = stackalloc Frequency[PostingReader.DocumentsPerBlock];
        var covered = _covered;
        int count;
        while ((count = postings.Read(documents, frequencies)) > 0)
        {
            foreach (var document in documents[..count])
            {
                covered[document] += weight;
                found.Add(document);
            }
        }
    }

    private void Follow(PostingBlocks blocks, float weight, ReadOnlySpan<ulong> candidates)
    {
        Span<int> documents = stackalloc int[PostingReader.DocumentsPerBlock];
        Span<Frequency> frequencies = stackalloc Frequency[PostingReader.DocumentsPerBlock];
        while (blocks.MoveNext())
        {
            if (candidates.HasAny(blocks.First, blocks.Last))
            {
                var count = blocks.Read(documents, frequencies);
                foreach (var document in documents[..count])
                {
                    _covered[document] += weight; // of no use to those that are no candidates, but quicker than to ask
                }
            }
        }
    }

    private float KeepEnough(Span<ulong> found, float enough)
    {
        var best = 0f;
        for (var i = 0; i < found.Length; i++)
        {
            for (var word = found[i]; word != 0; word &= word - 1)
            {
                var document = (i << 6) + BitOperations.TrailingZeroCount(word);
                best = Math.Max(best, _covered[document]);
                if (_covered[document] < enough)
                {
                    found.Remove(document);
                }
            }
        }
        return best;
    }
}
