using IpMarketplace.Catalogue.Persistence;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Catalogue.Reactions;

/// <summary>Compares the catalogue with the database, for tests and for whoever doubts.</summary>
public sealed class CatalogueAgreement(PatentCatalogue catalogue, IDbContextFactory<MarketplaceDbContext> contexts, TimeProvider clock)
{
    /// <summary>Every difference, as a sentence; none when the catalogue shows exactly what the database holds.</summary>
    public async Task<IReadOnlyList<string>> VerifyAgainstDatabaseAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var differences = new List<string>();
        var expected = 0;
        foreach (var ids in (await db.Patents.Select(patent => patent.Id).ToListAsync(ct)).Chunk(500))
        {
            var entries = await new CatalogueReader(db, clock).ReadAsync(ids, ct);
            expected += entries.Count;
            differences.AddRange(entries.SelectMany(Differences));
        }
        if (catalogue.Count != expected)
        {
            differences.Add($"The catalogue holds {catalogue.Count} patents, the database {expected} public ones.");
        }
        return differences;
    }

    private IEnumerable<string> Differences(CatalogueEntry entry)
    {
        if (catalogue.Find(entry.PatentId) is not { } row)
        {
            return [$"Patent {entry.PatentId} is missing."];
        }
        return new (string What, object? InDatabase, object? InCatalogue)[]
        {
            ("version", entry.Version, row.Version),
            ("title", entry.Title, row.Title),
            ("status", entry.Status, row.Status),
            ("institution", entry.Institution?.Version, row.Institution?.Version),
            ("kinds of offer", Kinds(entry.Offer), Kinds(row.Offer)),
            ("declaration", entry.Offer?.OpenLicenceId, row.Offer?.OpenLicenceId),
            ("accepting", entry.Offer?.IsAccepting, row.Offer?.IsAccepting),
            ("fixed fee", entry.Offer?.Fee?.FixedAmount, row.Offer?.Fee?.FixedAmount),
        }
        .Where(fact => !Equals(fact.InDatabase, fact.InCatalogue))
        .Select(fact => $"Patent {entry.PatentId}: {fact.What} is {fact.InDatabase} in the database and {fact.InCatalogue} in the catalogue.");
    }

    private static string Kinds(CatalogueOffer? offer) => string.Join(' ', offer?.Kinds ?? []);
}
