using System.Collections.Concurrent;

namespace IpMarketplace.Catalogue.Index;

/// <summary>
/// The answers to what was asked most recently, so that what many ask is searched once. A snapshot never changes, so its answers do not either; another snapshot
/// begins anew. Never more than so many bytes: what would exceed them begins anew as well, and an answer that takes more than a small share of them is not kept.
/// </summary>
internal sealed class KeptAnswers(long mostBytes)
{
    private const int SmallShare = 16;
    private Generation _current = new(CatalogueSnapshot.Empty);

    /// <summary>The bytes that the answers kept take, roughly.</summary>
    public long Bytes => Volatile.Read(ref Volatile.Read(ref _current).Bytes);

    /// <summary>The answer kept, or the one found now.</summary>
    public CatalogueHits GetOrAdd(CatalogueSnapshot snapshot, CatalogueRequest request, Func<CatalogueHits> search)
    {
        var current = Volatile.Read(ref _current);
        if (current.Snapshot == snapshot && current.Answers.TryGetValue(request, out var kept))
        {
            return kept;
        }
        var found = search();
        var bytes = request.Bytes + found.Bytes;
        if (bytes > mostBytes / SmallShare)
        {
            return found;
        }
        if (current.Snapshot != snapshot || Volatile.Read(ref current.Bytes) + bytes > mostBytes)
        {
            current = new Generation(snapshot);
            Volatile.Write(ref _current, current);
        }
        if (Interlocked.Add(ref current.Bytes, bytes) > mostBytes || !current.Answers.TryAdd(request, found))
        {
            Interlocked.Add(ref current.Bytes, -bytes);
        }
        return found;
    }

    private sealed class Generation(CatalogueSnapshot snapshot)
    {
        public long Bytes;

        public CatalogueSnapshot Snapshot => snapshot;

        public ConcurrentDictionary<CatalogueRequest, CatalogueHits> Answers { get; } = [];
    }
}
