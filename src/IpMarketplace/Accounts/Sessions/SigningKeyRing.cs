using System.Collections.Immutable;
using System.Security.Cryptography;
using IpMarketplace.Accounts.Persistence;
using IpMarketplace.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace IpMarketplace.Accounts.Sessions;

/// <summary>The keys that sign and verify access tokens, shared by all nodes through the database and remembered here.</summary>
public sealed class SigningKeyRing(
    IDbContextFactory<MarketplaceDbContext> contexts, IDataProtectionProvider protection, AccountSettings settings, TimeProvider clock, ILogger<SigningKeyRing> log) : IDisposable
{
    private static readonly TimeSpan PauseBetweenLooks = TimeSpan.FromSeconds(5);

    private readonly IDataProtector _protector = protection.CreateProtector("IpMarketplace.Accounts.SigningKey");
    private readonly SemaphoreSlim _making = new(1, 1);
    private readonly Lock _looking = new();
    private ImmutableDictionary<string, KnownKey> _known = ImmutableDictionary<string, KnownKey>.Empty;
    private DateTimeOffset _lastLook = DateTimeOffset.MinValue;

    private sealed record KnownKey(ECDsaSecurityKey Key, bool CanSign, DateTimeOffset SignsUntil, DateTimeOffset BelievedUntil);

    /// <summary>The key to sign with now; makes the next one when the last has served its time.</summary>
    internal async Task<ECDsaSecurityKey> CurrentAsync(CancellationToken ct)
    {
        if (Newest() is { } key)
        {
            return key;
        }
        await _making.WaitAsync(ct);
        try
        {
            return Newest() ?? await MakeAsync(ct);
        }
        finally
        {
            _making.Release();
        }
    }

    /// <summary>The key a token says it was signed with, if it is still believed.</summary>
    public IEnumerable<SecurityKey> Find(string? keyId)
    {
        if (keyId is null)
        {
            return [];
        }
        if (!_known.ContainsKey(keyId))
        {
            LookAgain();
        }
        return _known.TryGetValue(keyId, out var known) && known.BelievedUntil > clock.GetUtcNow() ? [known.Key] : [];
    }

    /// <inheritdoc/>
    public void Dispose() => _making.Dispose();

    private ECDsaSecurityKey? Newest()
    {
        var now = clock.GetUtcNow();
        return _known.Values.Where(known => known.CanSign && known.SignsUntil > now).MaxBy(known => known.SignsUntil)?.Key;
    }

    private async Task<ECDsaSecurityKey> MakeAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.WriteApartAsync("signing keys", async () =>
        {
            Remember(await db.SigningKeys.AsNoTracking().ToListAsync(ct));
            if (Newest() is null)
            {
                var made = NewKey();
                db.SigningKeys.Add(made);
                await db.SaveChangesAsync(ct);
                Remember([made]);
            }
            return true;
        }, ct);
        return Newest() ?? throw new InvalidOperationException("A signing key was made but cannot be used.");
    }

    private SigningKey NewKey()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signsUntil = clock.GetUtcNow() + settings.SigningKeyLifetime;
        return new SigningKey
        {
            KeyId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            PublicKey = pair.ExportSubjectPublicKeyInfo(),
            ProtectedPrivateKey = _protector.Protect(pair.ExportPkcs8PrivateKey()),
            SignsUntil = signsUntil,
            BelievedUntil = signsUntil + settings.AccessTokenLifetime,
        };
    }

    /// <summary>Another node may have made the key. Unknown names are cheap to invent, so they cause a look only now and then.</summary>
    private void LookAgain()
    {
        lock (_looking)
        {
            var now = clock.GetUtcNow();
            if (now - _lastLook < PauseBetweenLooks)
            {
                return;
            }
            _lastLook = now;
            using var db = contexts.CreateDbContext();
            Remember([.. db.SigningKeys.AsNoTracking()]);
        }
    }

    private void Remember(IEnumerable<SigningKey> keys)
    {
        foreach (var key in keys)
        {
            ImmutableInterlocked.GetOrAdd(ref _known, key.KeyId, _ => Open(key));
        }
    }

    private KnownKey Open(SigningKey key)
    {
        var pair = ECDsa.Create();
        var canSign = true;
        try
        {
            pair.ImportPkcs8PrivateKey(_protector.Unprotect(key.ProtectedPrivateKey), out _);
        }
        catch (CryptographicException failure)
        {
            log.LogWarning(failure, "Signing key {KeyId} cannot be opened with the keys of the data directory; its tokens stay valid, a new key signs.", key.KeyId);
            pair.ImportSubjectPublicKeyInfo(key.PublicKey, out _);
            canSign = false;
        }
        return new KnownKey(new ECDsaSecurityKey(pair) { KeyId = key.KeyId }, canSign, key.SignsUntil, key.BelievedUntil);
    }
}
