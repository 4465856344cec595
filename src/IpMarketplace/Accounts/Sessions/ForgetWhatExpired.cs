using IpMarketplace.Accounts.Persistence;
using IpMarketplace.Following.Sweeps;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Accounts.Sessions;

/// <summary>Removes tokens, keys and counts of attempts that no longer mean anything.</summary>
internal sealed class ForgetWhatExpired(TimeProvider clock) : ITrim
{
    private static readonly TimeSpan AttemptsAreRemembered = TimeSpan.FromDays(1);

    public string Name => nameof(ForgetWhatExpired);

    public async Task<int> TrimAsync(MarketplaceDbContext db, int atMost, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var longAgo = now - AttemptsAreRemembered;
        return await db.RefreshTokens.Where(row => row.ExpiresAt <= now).OrderBy(row => row.Id).Take(atMost).ExecuteDeleteAsync(ct)
            + await db.SigningKeys.Where(row => row.BelievedUntil <= now).OrderBy(row => row.Id).Take(atMost).ExecuteDeleteAsync(ct)
            + await db.SignInAttempts.Where(row => row.LastAt < longAgo && (row.LockedUntil == null || row.LockedUntil <= now)).OrderBy(row => row.Id).Take(atMost).ExecuteDeleteAsync(ct);
    }
}
