using System.Collections.Concurrent;
using IpMarketplace.Catalogue.Index;
using IpMarketplace.Catalogue.Storage;
using IpMarketplace.Catalogue.Text;
using IpMarketplace.Organizations;

namespace IpMarketplace.Catalogue;

/// <summary>
/// What can be found: every public patent with its offer, in memory. Readers take a snapshot and need no lock; one writer at a time replaces it.
/// Each change makes a small segment; small segments are merged into larger ones, so that there are never many.
/// </summary>
public sealed class PatentCatalogue
{
    private const int MergedAtOnce = 1_024;
    private const int GrowthPerMerge = 4;

    private readonly Lock _writing = new();
    private OwnerLists _owners = new();
    private readonly ConcurrentDictionary<long, Organization> _organizations = [];
    private CatalogueSnapshot _snapshot = CatalogueSnapshot.Empty;

    private readonly KeptAnswers _answers;

    /// <summary>An empty catalogue.</summary>
    /// <param name="folding">How texts are folded.</param>
    /// <param name="settings">How much it may be asked and may keep.</param>
    public PatentCatalogue(TextFolding? folding = null, SearchSettings? settings = null)
    {
        Settings = settings ?? new SearchSettings();
        Analyzer = new TextAnalyzer(folding ?? TextFolding.Default);
        _answers = new KeptAnswers(Settings.KeptAnswerBytes);
    }

    /// <summary>How much the catalogue may be asked and may keep.</summary>
    public SearchSettings Settings { get; }

    /// <summary>How the catalogue reads texts.</summary>
    public TextAnalyzer Analyzer { get; }

    /// <summary>How many patents can be found.</summary>
    public int Count => Snapshot.Count;

    /// <summary>The memory that kept answers take, in bytes, roughly.</summary>
    public long KeptAnswerBytes => _answers.Bytes;

    /// <summary>The memory that the patents take, offers and organizations apart, in bytes.</summary>
    public long Bytes => Snapshot.Segments.Sum(segment => segment.Segment.Bytes) + Analyzer.Bytes;

    internal CatalogueSnapshot Snapshot => Volatile.Read(ref _snapshot);

    internal OwnerLists Owners => _owners;

    /// <summary>A patent; null when it cannot be found.</summary>
    public CatalogueRow? Find(long patentId) => Snapshot.Find(patentId) is var (segment, document) ? new CatalogueRow(this, segment, document) : null;

    /// <summary>Searches. Touches no database.</summary>
    /// <exception cref="ArgumentException">The page begins or ends at a place of another search: <see cref="IsPageOf"/> tells before.</exception>
    public CatalogueHits Search(CatalogueRequest request)
    {
        var snapshot = Snapshot;
        return request.IsForEverything
            ? CatalogueSearch.PageOfEverything(this, snapshot, request)
            : _answers.GetOrAdd(snapshot, request, () => CatalogueSearch.Run(this, snapshot, request));
    }

    /// <summary>Whether a page may begin or end at these places: they are of no search by words, or of one for this text that was begun once.</summary>
    public bool IsPageOf(string? text, CataloguePage page)
    {
        var words = SearchAim.Of(text, Analyzer).Words;
        return new[] { page.After, page.Before }.OfType<CataloguePlace>().All(place =>
            words is null ? place.Yardstick is null : place.Yardstick == page.Yardstick && place.Yardstick is { } spelled && Yardstick.Read(spelled, words) is not null);
    }

    /// <summary>A registered owner of a patent in the catalogue.</summary>
    public Organization? Organization(long id) => _organizations.GetValueOrDefault(id);

    /// <summary>Takes in patents, in place of what was known of them, and takes others out. Readers see all of it or nothing.</summary>
    public void Apply(IReadOnlyCollection<CatalogueEntry> entries, IReadOnlyCollection<long> gone)
    {
        lock (_writing)
        {
            foreach (var organization in entries.SelectMany(entry => entry.Registered))
            {
                _organizations[organization.Id] = organization;
            }
            var next = Snapshot.Without([.. gone, .. entries.Select(entry => entry.PatentId)]);
            foreach (var part in entries.Chunk(CatalogueSegment.MostDocuments))
            {
                next = next.With(SegmentBuilder.Of(part, Analyzer, _owners));
            }
            Volatile.Write(ref _snapshot, next);
            while (NextMerge(next) is { Count: > 0 } sources && sources.Sum(source => source.LiveCount) <= MergedAtOnce)
            {
                next = next.Replacing([.. sources.Select(source => source.Segment)], new LiveSegment(SegmentMerge.Of(sources)));
                Volatile.Write(ref _snapshot, next);
            }
        }
    }

    /// <summary>A segment to be filled apart from the catalogue, and put into it by <see cref="Replace"/>.</summary>
    internal SegmentBuilder NewSegment() => new(Analyzer, _owners);

    /// <summary>What is to be stored of the catalogue as it is now.</summary>
    internal StoredCatalogue ToStore()
    {
        var segments = Snapshot.Segments; // First, so that words and owners are no fewer than those the segments name.
        return new StoredCatalogue(Analyzer.Words, _owners, segments);
    }

    /// <summary>Takes what was stored in place of everything, before anybody reads.</summary>
    internal void Restore(StoredCatalogue stored, IEnumerable<Organization> organizations)
    {
        Analyzer.Words = stored.Words;
        _owners = stored.Owners;
        Replace(stored.Segments, organizations);
    }

    /// <summary>Puts these segments, which were made by <see cref="NewSegment"/>, in place of everything.</summary>
    internal void Replace(IReadOnlyList<LiveSegment> segments, IEnumerable<Organization> organizations)
    {
        lock (_writing)
        {
            foreach (var organization in organizations)
            {
                _organizations[organization.Id] = organization;
            }
            Volatile.Write(ref _snapshot, new CatalogueSnapshot(segments));
        }
    }

    /// <summary>
    /// Merges the larger segments, which <see cref="Apply"/> leaves alone because it would keep an answer waiting. Changes may go on meanwhile.
    /// </summary>
    /// <returns>Whether there was something to merge.</returns>
    public bool Compact()
    {
        var sources = NextMerge(Snapshot);
        if (sources.Count == 0)
        {
            return false;
        }
        var merged = SegmentMerge.Of(sources);
        foreach (var order in Enum.GetValues<PatentOrder>().Where(order => sources.Exists(source => source.Segment.IsSortedBy(order))))
        {
            merged.InOrder(order); // Somebody uses it: the next reader need not wait for it.
        }
        lock (_writing)
        {
            var now = Snapshot.Segments.Where(segment => sources.Exists(source => source.Segment == segment.Segment)).ToDictionary(segment => segment.Segment);
            if (now.Count == sources.Count)
            {
                var struckOutMeanwhile = sources.SelectMany(source => StruckOutBetween(source, now[source.Segment])).Select(merged.Find);
                Volatile.Write(ref _snapshot, Snapshot.Replacing(now.Keys, new LiveSegment(merged).Without([.. struckOutMeanwhile])));
            }
        }
        return true;
    }

    private static IEnumerable<long> StruckOutBetween(LiveSegment earlier, LiveSegment later) =>
        Enumerable.Range(0, earlier.Segment.Count)
            .Where(document => earlier.IsLive(document) && !later.IsLive(document))
            .Select(document => earlier.Segment.Cards[document].PatentId);

    /// <summary>
    /// What to merge next: segments of similar size once there are enough of them, the smallest first; or one that is worn. Nothing when all is well.
    /// </summary>
    private static List<LiveSegment> NextMerge(CatalogueSnapshot snapshot)
    {
        var bySize = snapshot.Segments.OrderBy(segment => segment.LiveCount).ToList();
        for (var first = 0; first + GrowthPerMerge <= bySize.Count; first++)
        {
            var group = bySize.GetRange(first, GrowthPerMerge);
            if (group[^1].LiveCount <= group[0].LiveCount * GrowthPerMerge && group.Sum(segment => segment.LiveCount) <= CatalogueSegment.MostDocuments)
            {
                return group;
            }
        }
        return [.. bySize.Where(segment => segment.IsWorn).Take(1)];
    }
}
