using System.Security.Cryptography.X509Certificates;
using IpMarketplace.Api.Settings;
using IpMarketplace.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Api.Tests;

/// <summary>Nothing that lies beside the database lets its reader sign in.</summary>
public sealed class KeyProtectionTests : IAsyncDisposable
{
    private readonly TemporaryStore _store = new();

    private string Data => Path.Combine(_store.Directory, "data");

    [Fact]
    public async Task Production_does_not_start_with_its_keys_in_clear_and_says_how_to_make_a_certificate()
    {
        var (exitCode, output) = await ServerProcess.RunAsync("--environment=Production", $"--Database:DataDirectory={Data}");

        Assert.Equal(1, exitCode);
        Assert.Contains("Keys:Certificate is empty, and in Production no key may lie in clear beside the database; make one outside of the data directory by `openssl req", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFileSystemEntries(Data, "*", SearchOption.AllDirectories), path => Path.GetFileName(path) != "keys");
    }

    [Fact]
    public async Task Keys_are_encrypted_and_every_file_is_the_servers_alone()
    {
        await using var server = await ServerProcess.StartAsync(Data, "--environment=Production", "--Demo:Enabled=false");
        using var client = new GraphQLClient(server.Address, TimeProvider.System);
        await RegisterAsync(client);
        await client.TokenOfAsync("signatory@mill.example");

        Assert.Contains("<encryptedSecret", File.ReadAllText(Assert.Single(Directory.GetFiles(Path.Combine(Data, "keys")))), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode others = (UnixFileMode)0b000_111_111;
            string[] entries = [Data, .. Directory.GetDirectories(Data), .. Directory.GetFiles(Data), .. Directory.GetFiles(Path.Combine(Data, "keys"))];
            Assert.All(entries, path => Assert.Equal(UnixFileMode.None, new FileInfo(path).UnixFileMode & others));
        }
        Assert.Equal(0, await server.StopAsync());
        Assert.DoesNotContain("unencrypted", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_certificate_signs_nobody_out()
    {
        string token;
        await using (var first = await ServerProcess.StartAsync(Data, "--environment=Production", "--Demo:Enabled=false"))
        {
            using var client = new GraphQLClient(first.Address, TimeProvider.System);
            await RegisterAsync(client);
            token = await client.TokenOfAsync("signatory@mill.example");
            await first.StopAsync();
        }
        var other = TestSettings.WriteCertificate(_store.Directory, "other.pem");
        await using var second = await ServerProcess.StartAsync(Data, "--environment=Production", "--Demo:Enabled=false", $"--Keys:Certificate={other}");
        using var again = new GraphQLClient(second.Address, TimeProvider.System);
        again.Http.DefaultRequestHeaders.Authorization = new("Bearer", token);

        Assert.Equal("signatory@mill.example", (await again.QueryAsync("{ viewer { userName } }")).Succeeded().Text("viewer.userName"));
        again.Http.DefaultRequestHeaders.Authorization = null;
        Assert.NotEqual(token, await again.TokenOfAsync("signatory@mill.example"));
    }

    [Fact]
    public async Task Development_needs_no_setting_and_what_it_left_in_clear_keeps_Production_from_starting()
    {
        await using (var app = MarketplaceServer.Build(["--environment=Development", "--Demo:Enabled=false", $"--Database:DataDirectory={Data}", "--Logging:LogLevel:Default=Error"]))
        {
            await MarketplaceServer.PrepareAsync(app, CancellationToken.None);
            app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect([1]);
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var key = Assert.Single(Directory.GetFiles(Path.Combine(Data, "keys")));

        Assert.Equal([$"The key {key} lies in clear, from before Keys:Certificate was set; delete it: another is made, and nobody is signed out."], await RefusedAsync(TestSettings.KeyCertificate));
        File.Delete(key);
        Assert.Empty(await RefusedAsync(TestSettings.KeyCertificate));
    }

    [Fact]
    public async Task A_certificate_must_lie_elsewhere_and_hold_its_key()
    {
        Directory.CreateDirectory(Data);
        var inside = TestSettings.WriteCertificate(Data);
        var pfx = Path.Combine(_store.Directory, "keys.pfx");
        var withoutKey = Path.Combine(_store.Directory, "public.pem");
        using (var certificate = X509Certificate2.CreateFromPemFile(inside))
        {
            File.WriteAllBytes(pfx, certificate.Export(X509ContentType.Pfx, "secret"));
            File.WriteAllText(withoutKey, certificate.ExportCertificatePem());
        }

        Assert.Equal($"Keys:Certificate is \"{inside}\", which lies in the data directory with what it is to protect; move it elsewhere.", Assert.Single(await RefusedAsync($"--Keys:Certificate={inside}")));
        Assert.StartsWith($"Keys:Certificate is \"{withoutKey}\", which cannot be used (", Assert.Single(await RefusedAsync($"--Keys:Certificate={withoutKey}")), StringComparison.Ordinal);
        Assert.StartsWith($"Keys:Certificate is \"{pfx}\", which cannot be used (", Assert.Single(await RefusedAsync($"--Keys:Certificate={pfx}", "--Keys:CertificatePassword=wrong")), StringComparison.Ordinal);
        Assert.Empty(await RefusedAsync($"--Keys:Certificate={pfx}", "--Keys:CertificatePassword=secret"));
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private async Task<IReadOnlyList<string>> RefusedAsync(params string[] settings)
    {
        try
        {
            await using var app = MarketplaceServer.Build(["--environment=Production", $"--Database:DataDirectory={Data}", "--Logging:LogLevel:Default=Error", .. settings]);
            await MarketplaceServer.PrepareAsync(app, CancellationToken.None);
            return [];
        }
        catch (ConfigurationRefused refused)
        {
            return refused.Problems;
        }
    }

    private static async Task RegisterAsync(GraphQLClient client) => (await client.QueryAsync("organizations/registerEnterprise.graphql", new
    {
        input = new { creditCode = "91350100M000100Y43", name = "福州精工机械有限公司", regionCode = "350100", userName = "signatory@mill.example", password = client.Password, displayName = "Manager" },
    })).Succeeded();
}
