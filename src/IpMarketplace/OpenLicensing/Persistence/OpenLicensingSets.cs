using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Persistence;

/// <summary>The module's tables.</summary>
public static class OpenLicensingSets
{
    extension(MarketplaceDbContext db)
    {
        /// <summary>Listings of every organization.</summary>
        public DbSet<Listing> Listings => db.Set<Listing>();

        /// <summary>Declarations of every organization.</summary>
        public DbSet<OpenLicence> OpenLicences => db.Set<OpenLicence>();
    }
}
