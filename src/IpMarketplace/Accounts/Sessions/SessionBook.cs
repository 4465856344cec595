using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using IpMarketplace.Accounts.Persistence;
using IpMarketplace.Kernel.Errors;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Accounts.Sessions;

/// <summary>Begins, continues and ends sessions.</summary>
public sealed class SessionBook(MarketplaceDbContext db, AccessTokens accessTokens, AccountSettings settings, TimeProvider clock)
{
    /// <summary>Begins a session of an account whose holder has proved to be it.</summary>
    public async Task<IssuedTokens> StartAsync(Account account, CancellationToken ct)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RefreshToken.SecretBytes));
        var link = Link(account, Guid.NewGuid(), clock.GetUtcNow() + settings.SessionLifetime, secret);
        await db.WriteApartAsync(Of(link.Session), () =>
        {
            db.RefreshTokens.Add(link);
            return db.SaveChangesAsync(ct);
        }, ct);
        return await IssueAsync(account, link, secret, ct);
    }

    /// <summary>
    /// Exchanges a refresh token for new tokens. It works once, and answers the same next token again within <see cref="AccountSettings.RefreshGrace"/> or, with
    /// the same idempotency key, until that one is used. Any other second use ends the session, for thief and owner alike.
    /// </summary>
    public async Task<(IssuedTokens? Tokens, Refusal? Refusal)> RefreshAsync(string refreshToken, string? idempotencyKey, CancellationToken ct)
    {
        if (idempotencyKey?.Length > IdempotencyRecord.MaxKeyLength)
        {
            return (null, new InputInvalid("idempotencyKey", $"must have at most {IdempotencyRecord.MaxKeyLength} characters."));
        }
        var hash = HashOf(refreshToken);
        // Tokens are cheap to invent: only one that may work is written about.
        var next = await Sessions(hash).SingleOrDefaultAsync(ct) is { } session
            ? await db.WriteApartAsync(Of(session), () => ContinueAsync(refreshToken, hash, string.IsNullOrEmpty(idempotencyKey) ? null : HashOf(idempotencyKey), ct), ct)
            : null;
        return next is { } issued
            ? (await IssueAsync(issued.Account, issued.Link, issued.Secret, ct), null)
            : (null, new SessionExpired());
    }

    /// <summary>Ends the session a refresh token belongs to; an unknown token changes nothing.</summary>
    public async Task EndAsync(string refreshToken, CancellationToken ct)
    {
        if (await Sessions(HashOf(refreshToken)).SingleOrDefaultAsync(ct) is { } session)
        {
            await db.WriteApartAsync(Of(session), () => RevokeAsync(session, ct), ct);
        }
    }

    /// <summary>The session of the token, if there is one.</summary>
    private IQueryable<Guid?> Sessions(string hash) => db.RefreshTokens.Where(row => row.Hash == hash && row.RevokedAt == null).Select(row => (Guid?)row.Session);

    /// <summary>Whoever continues or ends a session waits for whoever else does.</summary>
    private static string Of(Guid session) => $"session {session:N}";

    private async Task<(Account Account, RefreshToken Link, string Secret)?> ContinueAsync(string token, string hash, string? key, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var used = await db.RefreshTokens.AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash, ct);
        if (used is null || used.RevokedAt is not null || used.ExpiresAt <= now)
        {
            return null;
        }
        var account = await db.Accounts.AsNoTracking().SingleAsync(row => row.Id == used.AccountId, ct);
        if (account.DisabledAt is null && account.SecurityStamp == used.SecurityStamp)
        {
            if (used.UsedAt is null)
            {
                return await UseAsync(used, account, token, key, ct);
            }
            var secret = used.NextSalt is { } salt ? Next(token, salt) : "";
            var next = HashOf(secret);
            if (await db.RefreshTokens.AsNoTracking().SingleOrDefaultAsync(row => row.Hash == next, ct) is { } link
                && (now < used.UsedAt + settings.RefreshGrace || (key is not null && key == used.UsedWithKey && link.UsedAt is null)))
            {
                return (account, link, secret);
            }
        }
        await RevokeAsync(used.Session, ct);
        return null;
    }

    private async Task<(Account Account, RefreshToken Link, string Secret)> UseAsync(RefreshToken used, Account account, string token, string? key, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var salt = RandomNumberGenerator.GetBytes(RefreshToken.SecretBytes);
        await db.RefreshTokens.Where(row => row.Id == used.Id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.UsedAt, now).SetProperty(row => row.NextSalt, salt).SetProperty(row => row.UsedWithKey, key), ct);
        var secret = Next(token, salt);
        var link = Link(account, used.Session, used.SessionEndsAt, secret);
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

    private RefreshToken Link(Account account, Guid session, DateTimeOffset sessionEndsAt, string secret)
    {
        var unusedUntil = clock.GetUtcNow() + settings.RefreshTokenLifetime;
        return new RefreshToken
        {
            AccountId = account.Id,
            Session = session,
            Hash = HashOf(secret),
            SecurityStamp = account.SecurityStamp!,
            SessionEndsAt = sessionEndsAt,
            ExpiresAt = unusedUntil < sessionEndsAt ? unusedUntil : sessionEndsAt,
        };
    }

    private async Task<IssuedTokens> IssueAsync(Account account, RefreshToken link, string secret, CancellationToken ct)
    {
        var (accessToken, expiresAt) = await accessTokens.IssueAsync(account, link.Session, ct);
        return new IssuedTokens(account, accessToken, expiresAt, secret, link.ExpiresAt);
    }

    private static string Next(string token, byte[] salt) => Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), salt));

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
