using IpMarketplace.Accounts.Persistence;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Accounts.Schema;

/// <summary>The root queries of this module.</summary>
[QueryType]
public static partial class ViewerQueries
{
    /// <summary>Who is signed in; null for a visitor.</summary>
    [AllowAnonymous]
    public static async Task<ViewerProfile?> GetViewerAsync(Viewer viewer, IDbContextFactory<MarketplaceDbContext> contexts, CancellationToken ct)
    {
        if (!viewer.IsSignedIn)
        {
            return null;
        }
        await using var db = await contexts.CreateDbContextAsync(ct);
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == viewer.UserId, ct);
        return account is null ? null : ViewerProfile.Of(account);
    }
}
