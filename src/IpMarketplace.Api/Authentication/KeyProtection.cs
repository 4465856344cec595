using IpMarketplace.Api.Settings;
using IpMarketplace.Persistence;
using Microsoft.AspNetCore.DataProtection;

namespace IpMarketplace.Api.Authentication;

/// <summary>The keys in the data directory, by which the keys that sign access tokens are encrypted in the database.</summary>
internal static class KeyProtection
{
    /// <summary>Where they lie in the data directory.</summary>
    public const string Folder = "keys";

    public static void AddKeyProtection(this IServiceCollection services, KeySettings settings, string dataDirectory)
    {
        var keys = services.AddDataProtection()
            .SetApplicationName("IpMarketplace")
            .PersistKeysToFileSystem(PrivateFiles.CreateDirectory(Path.Combine(dataDirectory, Folder)));
        if (!string.IsNullOrWhiteSpace(settings.Certificate))
        {
            keys.ProtectKeysWithCertificate(settings.Load());
        }
    }
}
