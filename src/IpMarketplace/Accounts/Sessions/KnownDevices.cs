using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace IpMarketplace.Accounts.Sessions;

/// <summary>
/// Tells the devices on which an account signed in before from strangers', by a sealed token that the device keeps ("device cookies", OWASP). It lets nobody in:
/// it only keeps what strangers do from hindering its holder.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection, AccountSettings settings, TimeProvider clock)
{
    private const int LongestToken = 2000;

    private readonly IDataProtector _protector = protection.CreateProtector("IpMarketplace.Accounts.KnownDevice");

    /// <summary>The token of a device that has just signed in; a device that was known stays the same one.</summary>
    internal string Issue(string normalizedName, string? device) => _protector.Protect(string.Create(
        CultureInfo.InvariantCulture, $"{device ?? Guid.NewGuid().ToString("N")} {(clock.GetUtcNow() + settings.KnownDeviceLifetime).ToUnixTimeSeconds()} {normalizedName}"));

    /// <summary>The device that holds this token, if it is one of the name's and was not away for too long.</summary>
    internal string? Find(string? token, string normalizedName)
    {
        if (token is null or { Length: > LongestToken })
        {
            return null;
        }
        try
        {
            var parts = _protector.Unprotect(token).Split(' ', 3);
            return parts[2] == normalizedName && long.Parse(parts[1], CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds() ? parts[0] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
