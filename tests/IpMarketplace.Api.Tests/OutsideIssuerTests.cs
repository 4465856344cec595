using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using IpMarketplace.Accounts;
using IpMarketplace.Accounts.Persistence;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IpMarketplace.Api.Tests;

public sealed class OutsideIssuerTests
{
    private const string Email = "officer@demo-university.example";

    [Fact]
    public async Task A_person_whose_verified_address_is_a_user_name_is_that_account_from_then_on()
    {
        await using var issuer = await FakeIssuer.StartAsync();
        await using var market = await StartAsync(issuer, linkByEmail: true);

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(market, issuer.Token("person-1")));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(market, issuer.Token("person-1", Email, isVerified: false)));
        Assert.NotEqual(HttpStatusCode.Unauthorized, await AskAsync(market, issuer.Token("person-1", Email)));
        Assert.NotEqual(HttpStatusCode.Unauthorized, await AskAsync(market, issuer.Token("person-1")));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(market, issuer.Token("person-2", Email)));
    }

    [Fact]
    public async Task An_address_links_nothing_unless_configured()
    {
        await using var issuer = await FakeIssuer.StartAsync();
        await using var market = await StartAsync(issuer, linkByEmail: false);

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(market, issuer.Token("person-1", Email)));
    }

    [Fact]
    public async Task A_token_for_another_audience_or_of_another_key_is_refused()
    {
        await using var issuer = await FakeIssuer.StartAsync();
        await using var stranger = await FakeIssuer.StartAsync();
        await using var market = await StartAsync(issuer, linkByEmail: true);

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(market, issuer.Token("person-1", Email, audience: "another")));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(market, stranger.Token("person-1", Email, issuer: issuer.Address)));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(market, stranger.Token("person-1", Email)));
    }

    [Fact]
    public async Task A_disabled_account_is_nobody()
    {
        await using var issuer = await FakeIssuer.StartAsync();
        await using var market = await StartAsync(issuer, linkByEmail: true);
        await using var db = market.Context();
        (await db.Accounts.SingleAsync(account => account.UserName == Email)).Disable(market.Clock.Now);
        await db.SaveChangesAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(market, issuer.Token("person-1", Email)));
    }

    [Fact]
    public async Task A_socket_is_judged_as_a_request_is_and_ends_with_the_issuers_token()
    {
        await using var issuer = await FakeIssuer.StartAsync();
        await using var market = await StartAsync(issuer, linkByEmail: true);
        using var stranger = await Listener.ConnectAsync(market, new { authorization = $"Bearer {issuer.Token("person-1", Email, audience: "another")}" });
        using var person = await Listener.ConnectAsync(market, new { authorization = $"Bearer {issuer.Token("person-1", Email)}" });

        Assert.Equal("4403 The access token is not valid or has expired.", (await stranger.ReceiveAsync()).GetString());
        await person.ExpectAsync("connection_ack");
        await person.SubscribeAsync("1", "{ viewer { userName } }");
        Assert.Equal(Email, (await person.NextAsync()).Succeeded().Text("viewer.userName"));
        await person.ExpectAsync("complete");
        market.Clock.Now = DateTimeOffset.MaxValue.AddDays(-1);
        Assert.Equal("4403 The access token has expired.", (await person.ReceiveAsync()).GetString());
    }

    private static async Task<TestMarketplace> StartAsync(FakeIssuer issuer, bool linkByEmail)
    {
        var market = await TestMarketplace.StartAsync(settings:
        [
            $"--Authentication:Authority={issuer.Address}",
            "--Authentication:Audience=market",
            "--Authentication:AllowPlainHttp=true",
            $"--Authentication:LinkByVerifiedEmail={linkByEmail}",
        ]);
        await using var scope = market.Services.CreateAsyncScope();
        var (_, refusal) = await scope.ServiceProvider.GetRequiredService<AccountRegistration>()
            .RegisterAsync(new NewAccount(Email, "transfer-office-1", "Technology transfer officer", [Role.UniOfficer]));
        Assert.Null(refusal);
        return market;
    }

    private static async Task<HttpStatusCode> AskAsync(TestMarketplace market, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (await market.Client.Http.SendAsync(request)).StatusCode;
    }

    /// <summary>A small OpenID Connect issuer: its configuration document and its keys.</summary>
    private sealed class FakeIssuer : IAsyncDisposable
    {
        private readonly ECDsaSecurityKey _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = Guid.NewGuid().ToString("N") };
        private readonly WebApplication _app;

        private FakeIssuer()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            _app = builder.Build();
            _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = Address, jwks_uri = $"{Address}/keys" }));
            _app.MapGet("/keys", () => Results.Json(new { keys = new[] { PublicKey() } }));
        }

        public string Address => _app.Urls.First();

        public static async Task<FakeIssuer> StartAsync()
        {
            var issuer = new FakeIssuer();
            await issuer._app.StartAsync();
            return issuer;
        }

        public string Token(string subject, string? email = null, bool isVerified = true, string audience = "market", string? issuer = null)
        {
            var claims = new Dictionary<string, object> { ["sub"] = subject };
            if (email is not null)
            {
                claims["email"] = email;
                claims["email_verified"] = isVerified;
            }
            return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
            {
                Issuer = issuer ?? Address,
                Audience = audience,
                Claims = claims,
                Expires = DateTime.UtcNow.AddMinutes(5),
                SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.EcdsaSha256),
            });
        }

        public async ValueTask DisposeAsync()
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
            _key.ECDsa.Dispose();
        }

        private object PublicKey()
        {
            var point = _key.ECDsa.ExportParameters(false).Q;
            return new { kty = "EC", crv = "P-256", use = "sig", kid = _key.KeyId, x = Base64UrlEncoder.Encode(point.X), y = Base64UrlEncoder.Encode(point.Y) };
        }
    }
}
