using IpMarketplace.Accounts.Persistence;
using IpMarketplace.Following.Sweeps;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Accounts.Sessions;

/// <summary>Removes tokens, keys and counts of attempts that no longer mean anything.</summary>
internal sealed class ForgetWhatExpired(TimeProvider clock) : ISweep
{
    private static readonly TimeSpan AttemptsAreRemembered = TimeSpan.FromDays(1);

    public string Name => nameof(ForgetWhatExpired);

    public async Task<int> SweepAsync(MarketplaceDbContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var longAgo = now - AttemptsAreRemembered;
        return await db.RefreshTokens.Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync(ct)
            + await db.SigningKeys.Where(row => row.BelievedUntil <= now).ExecuteDeleteAsync(ct)
            + await db.SignInAttempts.Where(row => row.LastAt < longAgo && (row.LockedUntil == null || row.LockedUntil <= now)).ExecuteDeleteAsync(ct);
    }
}
