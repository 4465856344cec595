using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IpMarketplace.Api.Authentication;

namespace IpMarketplace.Api.Settings;

/// <summary>
/// What the keys are encrypted by that lie in the data directory. They in turn encrypt the keys that sign access tokens, which lie in the database: without
/// a certificate, whoever reads both can sign in as anybody.
/// </summary>
internal sealed record KeySettings
{
    private const string HowToMakeOne =
        "make one outside of the data directory by `openssl req -x509 -newkey rsa:3072 -nodes -days 3650 -subj /CN=ipmarketplace -keyout keys.pem -out keys.pem` and set Keys:Certificate to the file";

    /// <summary>
    /// The file of an RSA certificate and its private key, outside of the data directory: PKCS #12 if its name ends with <c>.pfx</c> or <c>.p12</c>, else
    /// PEM. All nodes share it. Needed outside of Development.
    /// </summary>
    public string? Certificate { get; init; }

    /// <summary>The password of the file, where it has one.</summary>
    public string? CertificatePassword { get; init; }

    public IEnumerable<string> Problems(string dataDirectory)
    {
        if (string.IsNullOrWhiteSpace(Certificate))
        {
            yield break;
        }
        if (Path.GetFullPath(Certificate).StartsWith(Path.TrimEndingDirectorySeparator(dataDirectory) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            yield return $"Keys:Certificate is \"{Certificate}\", which lies in the data directory with what it is to protect; move it elsewhere.";
        }
        if (WhyNotUsable() is { } reason)
        {
            yield return $"Keys:Certificate is \"{Certificate}\", which cannot be used ({reason}); {HowToMakeOne}.";
        }
    }

    /// <summary>What keeps a server, which signs tokens, from starting where it is not tried out only. Commands that make no keys need none of it.</summary>
    public IEnumerable<string> ProblemsOfServing(string dataDirectory, IHostEnvironment environment)
    {
        if (environment.IsDevelopment())
        {
            yield break;
        }
        if (string.IsNullOrWhiteSpace(Certificate))
        {
            yield return $"Keys:Certificate is empty, and in {environment.EnvironmentName} no key may lie in clear beside the database; {HowToMakeOne}.";
            yield break;
        }
        foreach (var key in KeysInClear(dataDirectory))
        {
            yield return $"The key {key} lies in clear, from before Keys:Certificate was set; delete it: another is made, and nobody is signed out.";
        }
    }

    /// <summary>The certificate with its private key.</summary>
    public X509Certificate2 Load() =>
        Path.GetExtension(Certificate!).ToUpperInvariant() is ".PFX" or ".P12" ? X509CertificateLoader.LoadPkcs12FromFile(Certificate!, CertificatePassword)
        : string.IsNullOrEmpty(CertificatePassword) ? X509Certificate2.CreateFromPemFile(Certificate!)
        : X509Certificate2.CreateFromEncryptedPemFile(Certificate!, CertificatePassword);

    private string? WhyNotUsable()
    {
        try
        {
            using var certificate = Load();
            using var key = certificate.GetRSAPrivateKey();
            return key is null ? "it holds no RSA private key" : null;
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return failure.Message.TrimEnd('.');
        }
    }

    private static IEnumerable<string> KeysInClear(string dataDirectory) => Path.Combine(dataDirectory, KeyProtection.Folder) is var folder && Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "key-*.xml").Where(file => !File.ReadAllText(file).Contains("<encryptedSecret", StringComparison.Ordinal))
        : [];
}
