using System.Collections.Concurrent;

namespace IpMarketplace.Catalogue.Index;

/// <summary>The answers to what was asked most recently, so that what many ask is searched once.</summary>
internal sealed class KeptAnswers
{
    private const int Most = 512;
    private readonly ConcurrentDictionary<CatalogueRequest, CatalogueHits> _answers = [];
    private int _count;

    /// <summary>The answer kept, or the one found now.</summary>
    public CatalogueHits GetOrAdd(CatalogueRequest request, Func<CatalogueHits> search)
    {
        if (_answers.TryGetValue(request, out var kept))
        {
            return kept;
        }
        var found = search();
        if (Interlocked.Increment(ref _count) > Most)
        {
            _answers.Clear();
            Interlocked.Exchange(ref _count, 1);
        }
        _answers.TryAdd(request, found);
        return found;
    }
}
