using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using IpMarketplace.Accounts.Persistence;
using IpMarketplace.Kernel.Errors;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Accounts.Sessions;

/// <summary>Begins, continues and ends sessions.</summary>
public sealed class SessionBook(MarketplaceDbContext db, AccessTokens accessTokens, AccountSettings settings, TimeProvider clock)
{
    private const int SecretBytes = 32;

    /// <summary>Begins a session of an account whose holder has proved to be it.</summary>
    public async Task<IssuedTokens> StartAsync(Account account, CancellationToken ct)
    {
        var (secret, link) = Link(account, Guid.NewGuid(), clock.GetUtcNow() + settings.SessionLifetime);
        db.RefreshTokens.Add(link);
        await db.SaveChangesAsync(ct);
        return await IssueAsync(account, link, secret, ct);
    }

    /// <summary>Exchanges a refresh token for new tokens. It works once: a second use ends the session, for thief and owner alike.</summary>
    public async Task<(IssuedTokens? Tokens, Refusal? Refusal)> RefreshAsync(string refreshToken, CancellationToken ct)
    {
        var hash = HashOf(refreshToken);
        var next = await db.WriteAsync(async () =>
        {
            var used = await db.RefreshTokens.AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash, ct);
            return used is null ? null : await ContinueAsync(used, ct);
        }, ct);
        return next is { } issued
            ? (await IssueAsync(issued.Account, issued.Link, issued.Secret, ct), null)
            : (null, new SessionExpired());
    }

    /// <summary>Ends the session a refresh token belongs to; an unknown token changes nothing.</summary>
    public Task EndAsync(string refreshToken, CancellationToken ct)
    {
        var hash = HashOf(refreshToken);
        return db.WriteAsync(async () =>
        {
            var session = await db.RefreshTokens.Where(row => row.Hash == hash).Select(row => (Guid?)row.Session).SingleOrDefaultAsync(ct);
            return session is { } found ? await RevokeAsync(found, ct) : 0;
        }, ct);
    }

    private async Task<(Account Account, RefreshToken Link, string Secret)?> ContinueAsync(RefreshToken used, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (used.RevokedAt is not null || used.ExpiresAt <= now)
        {
            return null;
        }
        var account = await db.Accounts.AsNoTracking().SingleAsync(row => row.Id == used.AccountId, ct);
        if (used.UsedAt is not null || account.DisabledAt is not null || account.SecurityStamp != used.SecurityStamp)
        {
            await RevokeAsync(used.Session, ct);
            return null;
        }
        await db.RefreshTokens.Where(row => row.Id == used.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now), ct);
        var (secret, link) = Link(account, used.Session, used.SessionEndsAt);
        db.RefreshTokens.Add(link);
        await db.SaveChangesAsync(ct);
        return (account, link, secret);
    }

    private Task<int> RevokeAsync(Guid session, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.RefreshTokens.Where(row => row.Session == session && row.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, now), ct);
    }

    private (string Secret, RefreshToken Link) Link(Account account, Guid session, DateTimeOffset sessionEndsAt)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var unusedUntil = clock.GetUtcNow() + settings.RefreshTokenLifetime;
        return (secret, new RefreshToken
        {
            AccountId = account.Id,
            Session = session,
            Hash = HashOf(secret),
            SecurityStamp = account.SecurityStamp!,
            SessionEndsAt = sessionEndsAt,
            ExpiresAt = unusedUntil < sessionEndsAt ? unusedUntil : sessionEndsAt,
        });
    }

    private async Task<IssuedTokens> IssueAsync(Account account, RefreshToken link, string secret, CancellationToken ct)
    {
        var (accessToken, expiresAt) = await accessTokens.IssueAsync(account, link.Session, ct);
        return new IssuedTokens(account, accessToken, expiresAt, secret, link.ExpiresAt);
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
