using System.Buffers;
using System.Numerics;

namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// Ranks what was found by BM25F, term by term. Once the page is full, documents and whole blocks of postings that cannot reach it any more are passed over;
/// whoever reaches the page has been added up in full and in the same order.
/// </summary>
internal sealed class Ranking(CatalogueSnapshot snapshot, TextQuery query) : IDisposable
{
    /// <summary>Bounds are rounded differently than scores: by less than this.</summary>
    private const float Slack = 1.0001f;

    /// <summary>Below so many candidates it costs more to ask who can be passed over.</summary>
    private const int WorthPassingOver = 256;

    private readonly float[] _headFactors = snapshot.HeadAverage == query.Measure.HeadAverage ? snapshot.HeadFactors : Bm25.HeadFactors(query.Measure.HeadAverage);
    private readonly float[] _bodyFactors = snapshot.BodyAverage == query.Measure.BodyAverage ? snapshot.BodyFactors : Bm25.BodyFactors(query.Measure.BodyAverage);
    private readonly float[] _scores = ArrayPool<float>.Shared.Rent(CatalogueSegment.MostDocuments);
    private readonly float[] _mostFrom = new float[query.Terms.Length + 1];

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<float>.Shared.Return(_scores);

    /// <summary>Offers documents of a segment to the page.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="places">Where the documents of the query's terms are.</param>
    /// <param name="candidates">What was found; those that cannot reach the page are taken out.</param>
    /// <param name="page">The page.</param>
    public void Offer(CatalogueSegment segment, ReadOnlySpan<PostingPlace> places, Span<ulong> candidates, PageOfHits page)
    {
        var count = candidates.CountDocuments();
        var toReach = count > WorthPassingOver ? page.ScoreToReach : 0;
        Score(segment, places, candidates, toReach);
        if (toReach > 0 && candidates.CountDocuments() < count)
        {
            page.PassOver();
        }
        for (var i = 0; i < candidates.Length; i++)
        {
            for (var word = candidates[i]; word != 0; word &= word - 1)
            {
                var document = (i << 6) + BitOperations.TrailingZeroCount(word);
                page.Offer(segment, document, _scores[document]);
            }
        }
    }

    /// <summary>The score of a document of a segment.</summary>
    public float ScoreOf(CatalogueSegment segment, ReadOnlySpan<PostingPlace> places, int document)
    {
        Span<ulong> alone = stackalloc ulong[DocumentSet.WordsFor(segment.Count)];
        alone.Add(document);
        Score(segment, places, alone, toReach: 0);
        return _scores[document];
    }

    private void Score(CatalogueSegment segment, ReadOnlySpan<PostingPlace> places, Span<ulong> candidates, float toReach)
    {
        Clear(candidates);
        var factor = Math.Max(1, Math.Max(query.Measure.HeadAverage / segment.Lengths.HeadAverage, query.Measure.BodyAverage / segment.Lengths.BodyAverage)) * Slack;
        if (toReach > 0)
        {
            for (var i = places.Length - 1; i >= 0; i--)
            {
                _mostFrom[i] = _mostFrom[i + 1] + query.Terms[i].Weight * Strength.MostWeight(PostingBlocks.HighestLevel(segment.Postings.At(places[i]).Blocks), factor);
            }
        }
        var atLeast = toReach / Slack;
        for (var i = 0; i < places.Length; i++)
        {
            if (i > 0 && atLeast > _mostFrom[i])
            {
                PassOver(candidates, atLeast - _mostFrom[i]);
            }
            Add(segment, i, segment.Postings.At(places[i]).Blocks, candidates, atLeast, factor);
        }
    }

    private void Clear(ReadOnlySpan<ulong> candidates)
    {
        for (var i = 0; i < candidates.Length; i++)
        {
            if (candidates[i] != 0)
            {
                _scores.AsSpan(i << 6, 64).Clear();
            }
        }
    }

    /// <summary>Takes out the candidates whose score so far is too low.</summary>
    private void PassOver(Span<ulong> candidates, float tooLow)
    {
        for (var i = 0; i < candidates.Length; i++)
        {
            for (var word = candidates[i]; word != 0; word &= word - 1)
            {
                var bit = BitOperations.TrailingZeroCount(word);
                if (_scores[(i << 6) + bit] < tooLow)
                {
                    candidates[i] &= ~(1UL << bit);
                }
            }
        }
    }

    private void Add(CatalogueSegment segment, int place, PostingBlocks blocks, Span<ulong> candidates, float atLeast, float factor)
    {
        Span<int> documents = stackalloc int[PostingReader.DocumentsPerBlock];
        Span<Frequency> frequencies = stackalloc Frequency[PostingReader.DocumentsPerBlock];
        var heads = segment.Lengths.Heads;
        var bodies = segment.Lengths.Bodies;
        var scores = _scores;
        var weight = query.Terms[place].Weight;
        var others = _mostFrom[0] - _mostFrom[place] + _mostFrom[place + 1];
        while (blocks.MoveNext())
        {
            if (!candidates.HasAny(blocks.First, blocks.Last))
            {
                continue;
            }
            if (atLeast > 0 && others + weight * Strength.MostWeight(blocks.Level, factor) < atLeast)
            {
                candidates.RemoveRange(blocks.First, blocks.Last);
                continue;
            }
            var count = blocks.Read(documents, frequencies);
            for (var i = 0; i < count; i++)
            {
                var document = documents[i];
                if (candidates.Has(document))
                {
                    scores[document] += weight * Bm25.InDocument(frequencies[i], _headFactors[heads[document]], _bodyFactors[bodies[document]]);
                }
            }
        }
    }
}
