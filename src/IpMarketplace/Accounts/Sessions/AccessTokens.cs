using IpMarketplace.Kernel.Lifecycles;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IpMarketplace.Accounts.Sessions;

/// <summary>Issues access tokens and says how they are to be verified.</summary>
public sealed class AccessTokens(SigningKeyRing keys, AccountSettings settings, TimeProvider clock)
{
    // RFC 9068: so that no other token of ours is ever taken for one.
    private const string TokenType = "at+jwt";

    // A token may be used at once, at a node whose clock is behind that of the node that issued it.
    private static readonly TimeSpan NodesDiffer = TimeSpan.FromSeconds(30);

    /// <summary>A token that lets its bearer act for the account until it expires.</summary>
    internal async Task<(string Token, DateTimeOffset ExpiresAt)> IssueAsync(Account account, Guid session, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var expiresAt = now + settings.AccessTokenLifetime;
        var claims = new Dictionary<string, object>
        {
            [ViewerClaims.Account] = account.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            [ViewerClaims.Session] = session.ToString("N"),
            [ViewerClaims.Roles] = account.Roles.Select(Spelling.Screaming).ToArray(),
        };
        if (account.OrganizationId is { } organization)
        {
            claims[ViewerClaims.Organization] = organization.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        if (account.Province is { } province)
        {
            claims[ViewerClaims.Province] = province;
        }
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = TokenType,
            Issuer = settings.Issuer,
            Audience = settings.Issuer,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = expiresAt.UtcDateTime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(await keys.CurrentAsync(ct), SecurityAlgorithms.EcdsaSha256),
        });
        return (token, expiresAt);
    }

    /// <summary>Only access tokens, only ES256, only our keys, only our issuer, only from their beginning until their expiry.</summary>
    public TokenValidationParameters Validation() => new()
    {
        ValidIssuer = settings.Issuer,
        ValidAudience = settings.Issuer,
        ValidTypes = [TokenType],
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        IssuerSigningKeyResolver = (_, _, keyId, _) => keys.Find(keyId),
        LifetimeValidator = (begin, end, _, _) => clock.GetUtcNow().UtcDateTime is var now && begin <= now + NodesDiffer && end > now,
        NameClaimType = ViewerClaims.Account,
        RoleClaimType = ViewerClaims.Roles,
    };
}
