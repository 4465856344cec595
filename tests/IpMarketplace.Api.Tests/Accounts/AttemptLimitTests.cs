using System.Net.Http.Json;
using System.Text.Json;
using IpMarketplace.Accounts;
using IpMarketplace.Accounts.Persistence;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Api.Tests.Accounts;

/// <summary>How often strangers may try, and that nobody else suffers from it.</summary>
public sealed class AttemptLimitTests
{
    private const string UserName = "admin@zhejiang.example";
    private const string Password = "province-office-1";
    private const string Wrong = "wrong-password-1";
    private const string Stranger = "203.0.113.1";
    private const string Owner = "198.51.100.7";

    [Fact]
    public async Task A_stranger_who_hammers_a_name_does_not_lock_its_owner_out()
    {
        await using var market = await StartAsync();
        for (var attempt = 0; attempt < 10; attempt++)
        {
            (await SignInAsync(market, Stranger, Wrong)).Refused("signIn", "SignInFailed");
        }
        var refused = (await SignInAsync(market, Stranger, Password)).Refused("signIn", "TooManyAttempts");
        Assert.InRange(refused.GetProperty("retryAfter").GetInt32(), 1, 24 * 60 * 60);

        (await SignInAsync(market, Owner, Password)).Succeeded();
    }

    [Fact]
    public async Task When_strangers_everywhere_hammer_a_name_the_devices_of_its_owner_still_sign_in()
    {
        await using var market = await StartAsync();
        var device = (await SignInAsync(market, Owner, Password)).Succeeded().Text("signIn.session.deviceToken");
        var heard = 0;
        for (var address = 1; address <= 6; address++)
        {
            for (var attempt = 0; attempt < 10; attempt++)
            {
                heard += (await SignInAsync(market, $"203.0.113.{address}", Wrong))["signIn"].ToString().Contains("SignInFailed", StringComparison.Ordinal) ? 1 : 0;
            }
        }

        Assert.Equal(49, heard);
        (await SignInAsync(market, Owner, Password)).Refused("signIn", "TooManyAttempts");
        var signedIn = (await SignInAsync(market, Owner, Password, device)).Succeeded();
        (await SignInAsync(market, Stranger, Password, signedIn.Text("signIn.session.deviceToken"))).Succeeded();
    }

    [Fact]
    public async Task Twenty_sign_ins_in_one_request_cost_too_much_and_fewer_are_counted_one_by_one()
    {
        await using var market = await StartAsync();

        Assert.Equal(10_000, (await market.QueryAsync(SignIns(20))).Faulted("COST_LIMIT_EXCEEDED").GetProperty("extensions").GetProperty("limit").GetInt32());
        var answers = new[] { await market.QueryAsync(SignIns(8)), await market.QueryAsync(SignIns(8)) };

        var refusals = answers.SelectMany(answer => answer.Body.GetProperty("data").EnumerateObject())
            .CountBy(field => field.Value.GetProperty("errors")[0].GetProperty("__typename").GetString()!).ToDictionary();
        Assert.Equal(new Dictionary<string, int> { ["SignInFailed"] = 10, ["TooManyAttempts"] = 6 }, refusals);
    }

    [Fact]
    public async Task Registrations_are_counted_one_by_one_and_by_address()
    {
        await using var market = await StartAsync();
        var document = $"mutation($input: RegisterEnterpriseInput!) {{ {string.Concat(Enumerable.Range(0, 6).Select(i => $"r{i}: registerEnterprise(input: $input) {{ errors {{ __typename }} }} "))} }}";
        var input = new { creditCode = "none", name = "福州精工机械有限公司", regionCode = "350100", userName = "s@mill.example", password = "demo-market-2026", displayName = "Manager" };

        var answers = new[] { await AskAsync(market, Stranger, document, new { input }), await AskAsync(market, Stranger, document, new { input }), await AskAsync(market, Owner, document, new { input }) };

        var refusals = answers.Select(answer => answer.Body.GetProperty("data").EnumerateObject()
            .Count(field => field.Value.GetProperty("errors")[0].GetProperty("__typename").GetString() == "TooManyAttempts"));
        Assert.Equal([0, 2, 0], refusals);
    }

    [Fact]
    public async Task Refreshes_are_counted_by_address()
    {
        await using var market = await StartAsync("--Accounts:RefreshesPerAddress=2");
        const string document = """mutation { refreshSession(input: { refreshToken: "none" }) { errors { __typename } } }""";
        (await AskAsync(market, Stranger, document)).Refused("refreshSession", "SessionExpired");
        (await AskAsync(market, Stranger, document)).Refused("refreshSession", "SessionExpired");

        (await AskAsync(market, Stranger, document)).Refused("refreshSession", "TooManyAttempts");
        (await AskAsync(market, Owner, document)).Refused("refreshSession", "SessionExpired");
    }

    [Fact]
    public async Task A_network_of_64_bits_is_one_stranger()
    {
        await using var market = await StartAsync();
        for (var attempt = 1; attempt <= 10; attempt++)
        {
            (await SignInAsync(market, $"2001:db8:1:2::{attempt:x}", Wrong)).Refused("signIn", "SignInFailed");
        }

        (await SignInAsync(market, "2001:db8:1:2:ffff::1", Password)).Refused("signIn", "TooManyAttempts");
        (await SignInAsync(market, "2001:db8:1:3::1", Password)).Succeeded();
    }

    [Fact]
    public async Task An_address_that_no_trusted_proxy_tells_is_not_believed()
    {
        await using var market = await StartAsync("--Http:TrustedProxies:0=192.0.2.0/24");
        for (var attempt = 1; attempt <= 10; attempt++)
        {
            (await SignInAsync(market, $"203.0.113.{attempt}", Wrong)).Refused("signIn", "SignInFailed");
        }

        (await SignInAsync(market, "203.0.113.99", Password)).Refused("signIn", "TooManyAttempts");
    }

    [Fact]
    public async Task Attempts_on_a_socket_are_counted_with_those_of_its_address()
    {
        await using var market = await StartAsync();
        using var socket = await Listener.ConnectAsync(market, null);
        await socket.ExpectAsync("connection_ack");
        await socket.SubscribeAsync("1", SignIns(8));
        await socket.NextAsync();

        var answer = await market.QueryAsync(SignIns(8));

        Assert.Equal(6, answer.Body.GetProperty("data").EnumerateObject().Count(field => field.Value.ToString().Contains("TooManyAttempts", StringComparison.Ordinal)));
        await using var db = market.Context();
        Assert.Equal(0, await db.RefreshTokens.CountAsync());
    }

    // The limits as they are by default, over a window in which no attempt comes back while a test runs.
    private static async Task<TestMarketplace> StartAsync(params string[] settings)
    {
        var defaults = new AccountSettings();
        var market = await TestMarketplace.StartAsync(settings:
        [
            "--Http:TrustedProxies:0=127.0.0.0/8",
            "--Accounts:AttemptWindow=1.00:00:00",
            "--Accounts:RegistrationWindow=1.00:00:00",
            $"--Accounts:SignInsPerAddress={defaults.SignInsPerAddress}",
            $"--Accounts:SignInsPerAddressAndName={defaults.SignInsPerAddressAndName}",
            $"--Accounts:SignInsPerName={defaults.SignInsPerName}",
            $"--Accounts:SignInsPerDevice={defaults.SignInsPerDevice}",
            $"--Accounts:RegistrationsPerAddress={defaults.RegistrationsPerAddress}",
            .. settings,
        ]);
        await using var scope = market.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountRegistration>().RegisterAsync(new NewAccount(UserName, Password, "Province office", [Role.AdminProvince], Province: "33"));
        return market;
    }

    private static string SignIns(int count) =>
        $"mutation {{ {string.Concat(Enumerable.Range(0, count).Select(i => $"s{i}: signIn(input: {{ userName: \"{UserName}\", password: \"{Wrong}\" }}) {{ errors {{ __typename }} }} "))} }}";

    private static Task<Answer> SignInAsync(TestMarketplace market, string address, string password, string? deviceToken = null) =>
        AskAsync(market, address, Repository.Operation("accounts/signIn.graphql"), new { input = new { userName = UserName, password, deviceToken } });

    private static async Task<Answer> AskAsync(TestMarketplace market, string address, string query, object? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Add("X-Forwarded-For", address);
        using var response = await market.Client.Http.SendAsync(request);
        return new Answer(await response.Content.ReadFromJsonAsync<JsonElement>(), (int)response.StatusCode, "");
    }
}
