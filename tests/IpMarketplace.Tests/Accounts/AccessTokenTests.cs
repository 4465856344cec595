using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IpMarketplace.Accounts.Persistence;
using IpMarketplace.Accounts.Sessions;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IpMarketplace.Tests.Accounts;

public sealed class AccessTokenTests
{
    [Fact]
    public async Task Says_who_its_bearer_is()
    {
        await using var database = await TestDatabase.CreateAsync();
        var account = await database.RegisterOfficerAsync();
        var tokens = await database.StartSessionAsync(account);

        var result = await ValidateAsync(database, tokens.AccessToken);

        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal("ES256", ((JsonWebToken)result.SecurityToken).Alg);
        var viewer = ViewerClaims.Read(new ClaimsPrincipal(result.ClaimsIdentity));
        Assert.Equal((account.Id, 42L), (viewer.UserId, viewer.OrganizationId!.Value));
        Assert.Equal([Role.UniOfficer, Role.Inventor], viewer.Roles);
        Assert.Equal(database.Clock.Now.AddMinutes(10), tokens.AccessTokenExpiresAt);
    }

    [Fact]
    public async Task Expires_after_ten_minutes()
    {
        await using var database = await TestDatabase.CreateAsync();
        var tokens = await database.StartSessionAsync(await database.RegisterOfficerAsync());

        database.Clock.Advance(TimeSpan.FromSeconds(599));
        Assert.True((await ValidateAsync(database, tokens.AccessToken)).IsValid);
        database.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<SecurityTokenInvalidLifetimeException>((await ValidateAsync(database, tokens.AccessToken)).Exception);
    }

    [Fact]
    public async Task Is_refused_when_its_claims_were_changed()
    {
        await using var database = await TestDatabase.CreateAsync();
        var parts = (await database.StartSessionAsync(await database.RegisterOfficerAsync())).AccessToken.Split('.');
        var claims = Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(parts[1])).Replace("UNI_OFFICER", "ADMIN_NATIONAL", StringComparison.Ordinal);

        var result = await ValidateAsync(database, $"{parts[0]}.{Base64UrlEncoder.Encode(claims)}.{parts[2]}");

        Assert.IsType<SecurityTokenInvalidSignatureException>(result.Exception);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    public async Task Is_refused_with_another_algorithm(string algorithm)
    {
        await using var database = await TestDatabase.CreateAsync();
        var token = new JsonWebToken((await database.StartSessionAsync(await database.RegisterOfficerAsync())).AccessToken);
        await using var db = database.Context();
        var publicKey = (await db.SigningKeys.SingleAsync()).PublicKey;
        var header = Base64UrlEncoder.Encode(JsonSerializer.Serialize(new Dictionary<string, string> { ["alg"] = algorithm, ["kid"] = token.Kid, ["typ"] = token.Typ }));
        var signed = $"{header}.{token.EncodedPayload}";
        var signature = algorithm == "none" ? "" : Base64UrlEncoder.Encode(HMACSHA256.HashData(publicKey, Encoding.ASCII.GetBytes(signed)));

        Assert.False((await ValidateAsync(database, $"{signed}.{signature}")).IsValid);
    }

    [Fact]
    public async Task Is_refused_when_a_foreign_key_signed_it_under_our_key_id()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ours = new JsonWebToken((await database.StartSessionAsync(await database.RegisterOfficerAsync())).AccessToken);
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signed = $"{ours.EncodedHeader}.{ours.EncodedPayload}";
        var signature = Base64UrlEncoder.Encode(foreign.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256));

        Assert.False((await ValidateAsync(database, $"{signed}.{signature}")).IsValid);
    }

    [Theory]
    [InlineData("at+jwt", 30, true)]
    [InlineData("at+jwt", 31, false)]
    [InlineData("JWT", 0, false)]
    [InlineData("id+jwt", 0, false)]
    public async Task Is_believed_from_its_beginning_and_as_an_access_token_only(string type, int secondsAhead, bool isBelieved)
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.StartSessionAsync(await database.RegisterOfficerAsync());
        var issuer = TestDatabase.QuickPasswords.Issuer;
        var begin = database.Clock.Now.AddSeconds(secondsAhead).UtcDateTime;
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = type,
            Issuer = issuer,
            Audience = issuer,
            NotBefore = begin,
            Expires = begin.AddMinutes(10),
            SigningCredentials = new SigningCredentials(await database.Services.GetRequiredService<SigningKeyRing>().CurrentAsync(CancellationToken.None), SecurityAlgorithms.EcdsaSha256),
        });

        Assert.Equal(isBelieved, (await ValidateAsync(database, token)).IsValid);
    }

    [Fact]
    public async Task Keys_rotate_and_the_old_one_is_believed_until_its_last_token_expired()
    {
        await using var database = await TestDatabase.CreateAsync();
        var account = await database.RegisterOfficerAsync();
        await database.StartSessionAsync(account);
        database.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        var last = await database.StartSessionAsync(account);
        database.Clock.Advance(TimeSpan.FromSeconds(1));
        var next = await database.StartSessionAsync(account);

        Assert.NotEqual(new JsonWebToken(last.AccessToken).Kid, new JsonWebToken(next.AccessToken).Kid);
        Assert.True((await ValidateAsync(database, last.AccessToken)).IsValid);
        Assert.True((await ValidateAsync(database, next.AccessToken)).IsValid);
        database.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Empty(database.Services.GetRequiredService<SigningKeyRing>().Find(new JsonWebToken(last.AccessToken).Kid));
    }

    [Fact]
    public async Task Parallel_sign_ins_make_one_key()
    {
        await using var database = await TestDatabase.CreateAsync();
        var account = await database.RegisterOfficerAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => database.StartSessionAsync(account)));

        await using var db = database.Context();
        Assert.Equal(1, await db.SigningKeys.CountAsync());
    }

    private static Task<TokenValidationResult> ValidateAsync(TestDatabase database, string token) =>
        new JsonWebTokenHandler().ValidateTokenAsync(token, database.Services.GetRequiredService<AccessTokens>().Validation());
}
