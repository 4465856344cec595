using IpMarketplace.Accounts.Persistence;
using IpMarketplace.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Accounts.Sessions;

/// <summary>Which account a person is whom an outside issuer vouches for.</summary>
public sealed class OutsideLogins(MarketplaceDbContext db, ILookupNormalizer normalizer)
{
    /// <summary>
    /// The account linked to the issuer's subject. With a verified e-mail address, an unlinked account of that user name is
    /// linked now and for good.
    /// </summary>
    public async Task<Account?> FindAsync(string issuer, string subject, string? verifiedEmail, CancellationToken ct)
    {
        var linked = await LinkedAsync(issuer, subject, ct);
        if (linked is null && verifiedEmail is not null)
        {
            linked = await LinkAsync(issuer, subject, verifiedEmail, ct);
        }
        return linked is { DisabledAt: null } ? linked : null;
    }

    private async Task<Account?> LinkedAsync(string issuer, string subject, CancellationToken ct) =>
        await (from login in db.Set<IdentityUserLogin<long>>()
               join account in db.Accounts.AsNoTracking() on login.UserId equals account.Id
               where login.LoginProvider == issuer && login.ProviderKey == subject
               select account).SingleOrDefaultAsync(ct);

    private Task<Account?> LinkAsync(string issuer, string subject, string email, CancellationToken ct) => db.WriteApartAsync("outside logins", async () =>
    {
        var name = normalizer.NormalizeName(email.Trim());
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.NormalizedUserName == name, ct);
        if (account is null || await LinkedAsync(issuer, subject, ct) is not null
            || await db.Set<IdentityUserLogin<long>>().AnyAsync(login => login.UserId == account.Id && login.LoginProvider == issuer, ct))
        {
            return await LinkedAsync(issuer, subject, ct);
        }
        db.Add(new IdentityUserLogin<long> { LoginProvider = issuer, ProviderKey = subject, UserId = account.Id });
        await db.SaveChangesAsync(ct);
        return account;
    }, ct);
}
