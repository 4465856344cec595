using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Persistence;

/// <summary>Brings the database to the form this build needs.</summary>
public sealed class DatabaseInitializer(IDbContextFactory<MarketplaceDbContext> contexts)
{
    /// <summary>Creates the database where there is none and applies the migrations it lacks; never removes anything.</summary>
    public async Task InitializeAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Database.MigrateAsync(ct);
    }
}
