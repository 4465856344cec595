using IpMarketplace.Catalogue.Persistence;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Catalogue.Reactions;

/// <summary>Compares the catalogue with the database, for tests and for whoever doubts.</summary>
public sealed class CatalogueAgreement(PatentCatalogue catalogue, IDbContextFactory<MarketplaceDbContext> contexts, TimeProvider clock)
{
    /// <summary>Every difference, as a sentence; none when the catalogue shows and finds exactly what the database holds.</summary>
    public async Task<IReadOnlyList<string>> VerifyAgainstDatabaseAsync(CancellationToken ct)
    {
        var read = new PatentCatalogue();
        await new CatalogueBuild(contexts, clock.Today(), new StartProgress()).FillAsync(read, ct);
        var differences = CatalogueComparison.Of(catalogue, read).ConvertAll(difference => difference.ToString());
        if (catalogue.Count != read.Count)
        {
            differences.Add($"The catalogue holds {catalogue.Count} patents, the database {read.Count} public ones.");
        }
        return differences;
    }
}
