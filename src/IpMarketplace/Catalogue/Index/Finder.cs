namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// What a query finds in all segments: patents that cover half of its weight. Long queries may ask for more than any patent has: then those that cover half as
/// much as the best one does.
/// </summary>
internal sealed class Finder
{
    private readonly CatalogueSnapshot _snapshot;
    private readonly TextQuery _query;
    private readonly PostingPlace[][] _places;

    /// <param name="places">Of each segment where the documents of the query's terms are.</param>
    public Finder(CatalogueSnapshot snapshot, TextQuery query, PostingPlace[][] places)
    {
        _snapshot = snapshot;
        _query = query;
        _places = [.. places.Select(ofSegment => ofSegment.Where((_, i) => query.IsDeciding(i)).ToArray())];
        Found = [.. snapshot.Segments.Select(segment => new ulong[DocumentSet.WordsFor(segment.Segment.Count)])];
    }

    /// <summary>Of each segment the documents found.</summary>
    public ulong[][] Found { get; }

    /// <summary>Finds.</summary>
    /// <returns>The weight that was enough.</returns>
    public float Find()
    {
        if (_query.Deciding.Length == 0)
        {
            return 0;
        }
        using var coverage = new Coverage(_query.Deciding);
        var best = Find(coverage, _query.Enough);
        if (best >= _query.Enough || !_query.MayAskLess)
        {
            return _query.Enough;
        }
        if (best < coverage.MostOfFollowers(_query.Enough))
        {
            best = Find(coverage, best, wantBest: true); // the best may have none of the terms that led
        }
        var enough = TextQuery.EnoughBeside(best);
        if (best > 0)
        {
            Find(coverage, enough);
        }
        return enough;
    }

    private float Find(Coverage coverage, float enough, bool wantBest = false)
    {
        var best = 0f;
        for (var i = 0; i < Found.Length; i++)
        {
            best = Math.Max(best, coverage.Find(_snapshot.Segments[i], _places[i], enough, Found[i], wantBest));
        }
        return best;
    }
}
