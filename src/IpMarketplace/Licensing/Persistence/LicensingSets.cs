using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Licensing.Persistence;

/// <summary>The module's tables.</summary>
public static class LicensingSets
{
    extension(MarketplaceDbContext db)
    {
        /// <summary>Requests for open licences.</summary>
        public DbSet<LicenceRequest> LicenceRequests => db.Set<LicenceRequest>();

        /// <summary>Licences.</summary>
        public DbSet<Licence> Licences => db.Set<Licence>();
    }
}
