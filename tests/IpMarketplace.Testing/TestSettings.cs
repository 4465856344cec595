using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IpMarketplace.Testing;

/// <summary>Settings that the servers of tests share.</summary>
public static class TestSettings
{
    private const string NoLimit = "1000000";

    private static readonly Lazy<string> Certificate = new(MakeCertificate);

    /// <summary>Tests sign in as often as they like, all from one address; those of limits set their own after these.</summary>
    public static IReadOnlyList<string> Unlimited { get; } =
    [
        .. new[]
        {
            "RateLimits:RequestsPerAddress", "RateLimits:RequestsPerAccount", "RateLimits:RequestBurst", "RateLimits:EventStreamsPerClient",
            "Accounts:SignInsPerAddress", "Accounts:SignInsPerAddressAndName", "Accounts:SignInsPerName", "Accounts:SignInsPerDevice",
            "Accounts:RefreshesPerAddress", "Accounts:RegistrationsPerAddress",
        }.Select(name => $"--{name}={NoLimit}"),
    ];

    /// <summary>A certificate for keys, as Production wants one; it is gone when the process ends.</summary>
    public static string KeyCertificate => $"--Keys:Certificate={Certificate.Value}";

    /// <summary>Writes a certificate and its private key into one PEM file.</summary>
    public static string WriteCertificate(string directory, string name = "keys.pem")
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        var file = Path.Combine(directory, name);
        File.WriteAllText(file, $"{key.ExportPkcs8PrivateKeyPem()}\n{certificate.ExportCertificatePem()}\n");
        return file;
    }

    private static string MakeCertificate()
    {
        var directory = Directory.CreateTempSubdirectory("ipmarketplace-keys-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(directory, recursive: true);
        return WriteCertificate(directory);
    }
}
