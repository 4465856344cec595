using IpMarketplace.Accounts.Persistence;
using IpMarketplace.Kernel.Errors;
using IpMarketplace.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Accounts.Sessions;

/// <summary>Checks user names and passwords. An unknown name costs the same time and gets the same answers as a wrong password.</summary>
public sealed class Credentials(
    MarketplaceDbContext db, IPasswordHasher<Account> hasher, ILookupNormalizer normalizer, AccountSettings settings, TimeProvider clock, UnknownAccount unknown)
{
    /// <summary>The account, or why there is none.</summary>
    public async Task<(Account? Account, Refusal? Refusal)> CheckAsync(string userName, string password, CancellationToken ct)
    {
        if (userName.Length > Account.MaxUserNameLength || password.Length > PasswordRules.MaxLength)
        {
            return (null, new SignInFailed());
        }
        var name = normalizer.NormalizeName(userName.Trim());
        if (await TakeAttemptAsync(name, ct) is { } lockedUntil)
        {
            return (null, new AccountLocked(lockedUntil));
        }
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.NormalizedUserName == name, ct);
        var isRight = hasher.VerifyHashedPassword(account ?? unknown.Account, account?.PasswordHash ?? unknown.PasswordHash, password) != PasswordVerificationResult.Failed;
        if (account is null || !isRight || account.DisabledAt is not null)
        {
            return (null, new SignInFailed());
        }
        await ForgetAttemptsAsync(name, ct);
        return (account, null);
    }

    /// <summary>
    /// Counts the attempt before the password is looked at, so that attempts side by side cannot exceed the limit together.
    /// </summary>
    /// <returns>Until when the name is locked; null when the attempt may be made.</returns>
    private Task<DateTimeOffset?> TakeAttemptAsync(string name, CancellationToken ct) => db.WriteAsync(async () =>
    {
        var now = clock.GetUtcNow();
        var attempts = await db.SignInAttempts.SingleOrDefaultAsync(row => row.NormalizedUserName == name, ct)
            ?? db.SignInAttempts.Add(new SignInAttempts { NormalizedUserName = name, LastAt = now }).Entity;
        if (attempts.LockedUntil > now)
        {
            return attempts.LockedUntil;
        }
        attempts.Count = attempts.LockedUntil is null ? attempts.Count + 1 : 1;
        attempts.LockedUntil = attempts.Count >= settings.AttemptsBeforeLock ? now + settings.LockDuration : null;
        attempts.LastAt = now;
        await db.SaveChangesAsync(ct);
        return (DateTimeOffset?)null;
    }, ct);

    private Task<int> ForgetAttemptsAsync(string name, CancellationToken ct) =>
        db.WriteAsync(() => db.SignInAttempts.Where(row => row.NormalizedUserName == name).ExecuteDeleteAsync(ct), ct);
}
