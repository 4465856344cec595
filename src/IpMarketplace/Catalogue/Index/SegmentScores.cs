using System.Buffers;

namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// The scores of a query for all documents of a segment at a time, term by term. <see cref="Covered"/> is the weight of the deciding terms of the query that the
/// document has, however often: by it a document is found or not, by its score it is ranked.
/// </summary>
internal sealed class SegmentScores(CatalogueSnapshot snapshot, TextQuery query) : IDisposable
{
    private const int ReadAtOnce = 128;

    private readonly float[] _scores = ArrayPool<float>.Shared.Rent(CatalogueSegment.MostDocuments);
    private readonly float[] _covered = ArrayPool<float>.Shared.Rent(CatalogueSegment.MostDocuments);

    /// <summary>The score of each document of the segment read last.</summary>
    public ReadOnlySpan<float> Scores => _scores;

    /// <summary>The weight covered by each document of the segment read last.</summary>
    public ReadOnlySpan<float> Covered => _covered;

    /// <summary>Scores the documents of a segment.</summary>
    public void Read(CatalogueSegment segment)
    {
        Array.Clear(_scores, 0, segment.Count);
        Array.Clear(_covered, 0, segment.Count);
        foreach (var (term, weight) in query.Terms)
        {
            Add(segment.Postings.Of(term), weight, query.Decides(term) ? weight : 0, segment.Lengths);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(_scores);
        ArrayPool<float>.Shared.Return(_covered);
    }

    private void Add(PostingReader postings, float weight, float deciding, FieldLengths lengths)
    {
        Span<int> documents = stackalloc int[ReadAtOnce];
        Span<Frequency> frequencies = stackalloc Frequency[ReadAtOnce];
        var heads = lengths.Heads;
        var bodies = lengths.Bodies;
        ReadOnlySpan<float> headFactors = snapshot.HeadFactors;
        ReadOnlySpan<float> bodyFactors = snapshot.BodyFactors;
        var scores = _scores;
        var covered = _covered;
        int count;
        while ((count = postings.Read(documents, frequencies)) > 0)
        {
            for (var i = 0; i < count; i++)
            {
                var document = documents[i];
                scores[document] += weight * Bm25.InDocument(frequencies[i], headFactors[heads[document]], bodyFactors[bodies[document]]);
                covered[document] += deciding;
            }
        }
    }
}
