using System.Globalization;
using IpMarketplace.Catalogue.Index;
using IpMarketplace.Organizations;

namespace IpMarketplace.Catalogue;

/// <summary>A fact of a patent that a catalogue shows otherwise than the database.</summary>
/// <param name="PatentId">The patent.</param>
/// <param name="Number">Its application number.</param>
/// <param name="Field">The fact; empty where the patent as a whole is missing, or shown though it is not public.</param>
/// <param name="InDatabase">What the database says; null where the patent is not public.</param>
/// <param name="InCatalogue">What the catalogue says; null where the patent is missing.</param>
internal sealed record CatalogueDifference(long PatentId, string? Number, string Field, string? InDatabase, string? InCatalogue)
{
    private string Patent => Number is null ? $"Patent {PatentId}" : $"Patent {PatentId} ({Number})";

    /// <summary>The difference as a sentence.</summary>
    public override string ToString() =>
        Field.Length > 0 ? $"{Patent}: {Field} is \"{InDatabase}\" in the database and \"{InCatalogue}\" in the catalogue."
        : InCatalogue is null ? $"Patent {PatentId} is missing."
        : $"{Patent} is shown but is not public.";
}

/// <summary>Compares two catalogues patent by patent: cards, offers, facets, and the words by which each is found.</summary>
internal static class CatalogueComparison
{
    /// <summary>What differs between a catalogue that is shown and one that was just read from the database.</summary>
    public static List<CatalogueDifference> Of(PatentCatalogue shown, PatentCatalogue read)
    {
        var differences = new List<CatalogueDifference>();
        var (wordsShown, wordsRead) = (WordSums(shown), WordSums(read));
        foreach (var row in Rows(read))
        {
            if (shown.Find(row.Id) is not { } other)
            {
                differences.Add(new(row.Id, row.Number, "", Spell(row.Title), null));
                continue;
            }
            differences.AddRange(Facts(row)
                .Zip(Facts(other), (one, two) => new CatalogueDifference(row.Id, row.Number, one.Name, Spell(one.Value), Spell(two.Value)))
                .Where(fact => fact.InDatabase != fact.InCatalogue));
            if (wordsShown[row.Id] != wordsRead[row.Id])
            {
                var (inShown, inRead) = (WordsOf(shown, row.Id), WordsOf(read, row.Id));
                differences.Add(new(row.Id, row.Number, "indexed words", string.Join(' ', inRead.Except(inShown)), string.Join(' ', inShown.Except(inRead))));
            }
        }
        differences.AddRange(Rows(shown).Where(row => read.Find(row.Id) is null).Select(row => new CatalogueDifference(row.Id, row.Number, "", null, row.Title)));
        return differences;
    }

    private static IEnumerable<CatalogueRow> Rows(PatentCatalogue catalogue) => catalogue.Snapshot.Segments
        .SelectMany(segment => Enumerable.Range(0, segment.Segment.Count).Where(segment.IsLive).Select(document => new CatalogueRow(catalogue, segment.Segment, document)));

    private static IEnumerable<(string Name, object? Value)> Facts(CatalogueRow row) =>
    [
        ("version", row.Version),
        ("title", row.Title),
        ("English title", row.TitleEn),
        ("publication number", row.Publication),
        ("status", row.Status),
        ("status confirmed on", row.StatusConfirmedOn),
        ("IPC symbols", string.Join(", ", row.IpcSymbols)),
        ("filing date", row.FilingDate),
        ("publication date", row.PublicationDate),
        ("grant date", row.GrantDate),
        ("expiry date", row.ExpiryDate),
        ("readiness", row.ReadinessLevel),
        ("owners", string.Join(", ", row.Owners.Select(owner =>
            string.Create(CultureInfo.InvariantCulture, $"{owner.Name} {owner.Kind} {owner.Share:0.##} % {Version(row.OrganizationOf(owner))}")))),
        ("offer", Spell(row.Offer)),
        .. Enum.GetValues<CatalogueFacet>().Select(facet => ($"facet {facet}", (object?)row.Facet(facet))),
    ];

    private static string? Version(Organization? organization) => organization is null ? null : $"#{organization.Id}.{organization.Version}";

    private static string? Spell(CatalogueOffer? offer) => offer is null ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Join(' ', offer.Kinds)}, published {offer.PublishedAt:O}, listing {offer.ListingId}, declaration {offer.OpenLicenceId}, "
        + $"until {offer.PeriodEnd:O}, announced {offer.AnnouncedOn:O}, accepting {offer.IsAccepting}, {offer.Fee}");

    private static string Spell(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    /// <summary>Of each patent a sum over its words and how often they stand where: equal for equal words, whatever numbers the words have.</summary>
    private static Dictionary<long, ulong> WordSums(PatentCatalogue catalogue)
    {
        var sums = new Dictionary<long, ulong>(catalogue.Count);
        foreach (var segment in catalogue.Snapshot.Segments)
        {
            var ofDocuments = new ulong[segment.Segment.Count];
            for (var walk = new TermWalk(segment.Segment.Postings); walk.Term is { } term; walk.MoveOn())
            {
                var word = catalogue.Analyzer.Spell(new(term)).Aggregate(1UL, (hash, letter) => Mixed(hash + letter));
                var reader = walk.Documents;
                while (reader.MoveNext())
                {
                    ofDocuments[reader.Document] += Mixed(word + reader.Frequency.Packed);
                }
            }
            for (var document = 0; document < ofDocuments.Length; document++)
            {
                if (segment.IsLive(document))
                {
                    sums[segment.Segment.Cards[document].PatentId] = ofDocuments[document];
                }
            }
        }
        return sums;
    }

    private static ulong Mixed(ulong number)
    {
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9UL;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EBUL;
        return number ^ (number >> 31);
    }

    private static HashSet<string> WordsOf(PatentCatalogue catalogue, long patentId)
    {
        var words = new HashSet<string>();
        var (segment, document) = catalogue.Snapshot.Find(patentId)!.Value;
        for (var walk = new TermWalk(segment.Postings); walk.Term is { } term; walk.MoveOn())
        {
            var reader = walk.Documents;
            while (reader.MoveNext() && reader.Document <= document)
            {
                if (reader.Document == document)
                {
                    words.Add($"{catalogue.Analyzer.Spell(new(term))}:{reader.Frequency.Head}+{reader.Frequency.Body}");
                }
            }
        }
        return words;
    }
}
