using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using IpMarketplace.Accounts;
using IpMarketplace.Accounts.Persistence;
using IpMarketplace.Kernel.Lifecycles;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Api.Tests.Accounts;

public sealed class SigningInTests
{
    private const string UserName = "admin@zhejiang.example";
    private const string Password = "province-office-1";

    [Fact]
    public async Task A_visitor_signs_in_acts_refreshes_and_signs_out()
    {
        await using var market = await StartAsync();

        var session = (await SignInAsync(market, Password)).Succeeded();
        Assert.Equal(["ADMIN_PROVINCE"], session["signIn.session.viewer.roles"].EnumerateArray().Select(role => role.GetString()));
        Assert.Equal(RolePermissions.Of(Role.AdminProvince).Order().Select(Spelling.Screaming), session["signIn.session.viewer.permissions"].EnumerateArray().Select(permission => permission.GetString()));
        Assert.Equal(market.Clock.Now.AddMinutes(10), session["signIn.session.accessTokenExpiresAt"].GetDateTimeOffset());

        var viewer = (await market.QueryAsync("accounts/viewer.graphql", user: UserName)).Succeeded();
        Assert.Equal((UserName, "33"), (viewer.Text("viewer.userName"), viewer.Text("viewer.province")));

        var refreshed = (await RefreshAsync(market, session.Text("signIn.session.refreshToken"))).Succeeded();
        (await market.QueryAsync("accounts/signOut.graphql", new { input = new { refreshToken = refreshed.Text("refreshSession.session.refreshToken") } })).Succeeded();
        (await RefreshAsync(market, refreshed.Text("refreshSession.session.refreshToken"))).Refused("refreshSession", "SessionExpired");
    }

    [Fact]
    public async Task A_visitor_is_nobody()
    {
        await using var market = await StartAsync();

        Assert.Equal("", (await market.QueryAsync("accounts/viewer.graphql")).Succeeded().Text("viewer"));
    }

    [Fact]
    public async Task A_wrong_password_is_refused_and_the_fifth_locks_the_name()
    {
        await using var market = await StartAsync();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            (await SignInAsync(market, "wrong-password-1")).Refused("signIn", "SignInFailed");
        }

        var locked = (await SignInAsync(market, Password)).Refused("signIn", "AccountLocked");

        Assert.Equal(market.Clock.Now.AddMinutes(15), locked.GetProperty("until").GetDateTimeOffset());
        await using var db = market.Context();
        Assert.Equal(0, await db.RefreshTokens.CountAsync());
    }

    [Fact]
    public async Task A_refresh_token_used_twice_ends_the_session()
    {
        await using var market = await StartAsync();
        var first = (await SignInAsync(market, Password)).Text("signIn.session.refreshToken");
        var second = (await RefreshAsync(market, first)).Text("refreshSession.session.refreshToken");

        (await RefreshAsync(market, first)).Refused("refreshSession", "SessionExpired");

        (await RefreshAsync(market, second)).Refused("refreshSession", "SessionExpired");
    }

    [Fact]
    public async Task An_expired_access_token_is_refused_by_status_and_code_although_it_was_good_before()
    {
        await using var market = await StartAsync();
        var token = (await SignInAsync(market, Password)).Text("signIn.session.accessToken");
        Assert.Equal(HttpStatusCode.OK, (await AskAsync()).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync()).StatusCode);
        market.Clock.Advance(TimeSpan.FromMinutes(10));

        var response = await AskAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("INVALID_TOKEN", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Task<HttpResponseMessage> AskAsync()
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "{ viewer { userName } }" }) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return market.Client.Http.SendAsync(request);
        }
    }

    [Fact]
    public async Task A_token_outlives_the_server_that_issued_it()
    {
        await using var store = new TemporaryStore();
        string token;
        await using (var first = await ServerProcess.StartAsync(store))
        {
            using var client = new GraphQLClient(first.Address, TimeProvider.System);
            token = await client.TokenOfAsync("officer@qinghe.demo");
            await first.KillAsync();
        }
        await using var second = await ServerProcess.StartAsync(store);
        using var http = new HttpClient { BaseAddress = second.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        var response = await http.PostAsJsonAsync("/graphql", new { query = "{ viewer { userName } }" });

        Assert.Equal("""{"data":{"viewer":{"userName":"officer@qinghe.demo"}}}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Demo_users_keep_a_server_outside_of_Development_from_starting()
    {
        await using var store = new TemporaryStore();
        await using (var demo = await ServerProcess.StartAsync(store))
        {
            await demo.StopAsync();
        }

        var (exitCode, output) = await ServerProcess.RunAsync(["--environment=Production", .. store.Arguments]);

        Assert.Equal(1, exitCode);
        Assert.Contains("demo users", output, StringComparison.Ordinal);
    }

    private static async Task<TestMarketplace> StartAsync()
    {
        var market = await TestMarketplace.StartAsync(password: Password);
        await using var scope = market.Services.CreateAsyncScope();
        var (_, refusal) = await scope.ServiceProvider.GetRequiredService<AccountRegistration>()
            .RegisterAsync(new NewAccount(UserName, Password, "Province office", [Role.AdminProvince], Province: "33"));
        Assert.Null(refusal);
        return market;
    }

    private static Task<Answer> SignInAsync(TestMarketplace market, string password) =>
        market.QueryAsync("accounts/signIn.graphql", new { input = new { userName = UserName, password } });

    private static Task<Answer> RefreshAsync(TestMarketplace market, string refreshToken) =>
        market.QueryAsync("accounts/refreshSession.graphql", new { input = new { refreshToken } });
}
