using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Testing.Invariants;

/// <summary>
/// The global invariants of domain.md 9.16, asked of the database alone: plain SQL and codes computed anew, nothing of the domain. Of the sixteen
/// only those are here that rows can show: GI-07 as who wrote, GI-09 and GI-10 not at all (nothing is frozen yet; what is public, answers show).
/// </summary>
public static class GlobalInvariants
{
    /// <summary>Every violation, as its invariant and what breaks it; empty when all hold.</summary>
    public static async Task<IReadOnlyList<string>> BrokenInAsync(MarketplaceDbContext db)
    {
        var broken = new List<string>();
        foreach (var (id, query) in InvariantQueries.All)
        {
            var sql = query.Replace("{hundred}", db.Database.IsSqlServer() ? "100" : "10000", StringComparison.Ordinal);
            broken.AddRange((await db.Database.SqlQueryRaw<string>(sql).ToListAsync()).Select(found => $"{id}: {found}"));
        }
        broken.AddRange(await CodeInvariants.BrokenInAsync(db));
        return broken;
    }
}
