using IpMarketplace.Accounts.Persistence;
using IpMarketplace.Following.Sweeps;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Accounts.Sessions;

/// <summary>Removes tokens and keys that no longer mean anything.</summary>
internal sealed class ForgetWhatExpired(TimeProvider clock) : ITrim
{
    public string Name => nameof(ForgetWhatExpired);

    public async Task<int> TrimAsync(MarketplaceDbContext db, int atMost, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.RefreshTokens.Where(row => row.ExpiresAt <= now).OrderBy(row => row.Id).Take(atMost).ExecuteDeleteAsync(ct)
            + await db.SigningKeys.Where(row => row.BelievedUntil <= now).OrderBy(row => row.Id).Take(atMost).ExecuteDeleteAsync(ct);
    }
}
