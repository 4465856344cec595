using IpMarketplace.Accounts.Sessions;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Accounts.Persistence;

/// <summary>The tables of this module.</summary>
public static class AccountSets
{
    extension(MarketplaceDbContext db)
    {
        /// <summary>Those who sign in.</summary>
        public DbSet<Account> Accounts => db.Set<Account>();

        internal DbSet<RefreshToken> RefreshTokens => db.Set<RefreshToken>();

        internal DbSet<SigningKey> SigningKeys => db.Set<SigningKey>();
    }
}
