using IpMarketplace.Accounts.Persistence;
using IpMarketplace.Kernel.Errors;
using IpMarketplace.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Accounts.Sessions;

/// <summary>Checks user names and passwords. An unknown name costs the same time and gets the same answers as a wrong password.</summary>
public sealed class Credentials(
    MarketplaceDbContext db,
    PasswordWork passwords,
    ILookupNormalizer normalizer,
    UnknownAccount unknown,
    AttemptLimits attempts,
    KnownDevices devices,
    ClientAddress client)
{
    /// <summary>The account and the token by which its device is known from now on, or why there is none.</summary>
    /// <param name="userName">The user name in any spelling.</param>
    /// <param name="password">The password.</param>
    /// <param name="deviceToken">What the device was given when it last signed in; anything else is a stranger's.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<(Account? Account, string? DeviceToken, Refusal? Refusal)> CheckAsync(string userName, string password, string? deviceToken, CancellationToken ct)
    {
        if (userName.Length > Account.MaxUserNameLength || password.Length > PasswordRules.MaxLength)
        {
            return (null, null, new SignInFailed());
        }
        var name = normalizer.NormalizeName(userName.Trim());
        var device = devices.Find(deviceToken, name);
        // Counted before the password is looked at, so that attempts side by side cannot exceed the limit together.
        if (attempts.SignIn(client, name, device) is { } tooMany)
        {
            return (null, null, tooMany);
        }
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.NormalizedUserName == name, ct);
        var isRight = await passwords.IsRightAsync(account ?? unknown.Account, account?.PasswordHash ?? unknown.PasswordHash, password, ct);
        return account is not null && isRight && account.DisabledAt is null
            ? (account, devices.Issue(name, device), null)
            : (null, null, new SignInFailed());
    }
}
