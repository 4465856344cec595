using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Patents.Persistence;

/// <summary>The sets of this module.</summary>
public static class PatentSets
{
    extension(MarketplaceDbContext db)
    {
        /// <summary>Every patent, with owners and encumbrances.</summary>
        public DbSet<Patent> Patents => db.Set<Patent>();

        /// <summary>The long texts of patents.</summary>
        public DbSet<PatentText> PatentTexts => db.Set<PatentText>();
    }
}
