using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Organizations.Persistence;

/// <summary>The sets of this module.</summary>
public static class OrganizationSets
{
    extension(MarketplaceDbContext db)
    {
        /// <summary>Every organization.</summary>
        public DbSet<Organization> Organizations => db.Set<Organization>();

        /// <summary>The loaded vocabularies.</summary>
        public DbSet<VocabularyTerm> VocabularyTerms => db.Set<VocabularyTerm>();
    }
}
