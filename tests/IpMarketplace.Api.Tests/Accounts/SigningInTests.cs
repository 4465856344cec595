using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using IpMarketplace.Accounts;
using IpMarketplace.Accounts.Sessions;
using IpMarketplace.Kernel.Lifecycles;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

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
    public async Task A_refresh_token_used_twice_ends_the_session()
    {
        await using var market = await StartAsync();
        var first = (await SignInAsync(market, Password)).Text("signIn.session.refreshToken");
        var second = (await RefreshAsync(market, first)).Text("refreshSession.session.refreshToken");
        market.Clock.Advance(new AccountSettings().RefreshGrace);

        (await RefreshAsync(market, first)).Refused("refreshSession", "SessionExpired");

        (await RefreshAsync(market, second)).Refused("refreshSession", "SessionExpired");
    }

    [Fact]
    public async Task Two_tabs_that_refresh_at_once_go_on_in_one_session()
    {
        await using var market = await StartAsync();
        var token = (await SignInAsync(market, Password)).Text("signIn.session.refreshToken");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RefreshAsync(market, token)));

        var next = Assert.Single(answers.Select(answer => answer.Succeeded().Text("refreshSession.session.refreshToken")).Distinct());
        (await RefreshAsync(market, next)).Succeeded();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refresh_whose_answer_was_lost_is_sent_again_with_its_key(bool isInHeader)
    {
        await using var market = await StartAsync();
        var token = (await SignInAsync(market, Password)).Text("signIn.session.refreshToken");
        var lost = (await SendAsync()).Succeeded();
        market.Clock.Advance(TimeSpan.FromHours(1));

        var again = (await SendAsync()).Succeeded();

        Assert.Equal(lost.Text("refreshSession.session.refreshToken"), again.Text("refreshSession.session.refreshToken"));
        (await RefreshAsync(market, again.Text("refreshSession.session.refreshToken"))).Succeeded();

        Task<Answer> SendAsync() => market.QueryAsync(
            "accounts/refreshSession.graphql", new { input = new { refreshToken = token, idempotencyKey = isInHeader ? null : "r-1" } }, idempotencyKey: isInHeader ? "r-1" : null);
    }

    [Theory]
    [InlineData("at+jwt", 0, HttpStatusCode.OK)]
    [InlineData("at+jwt", 3600, HttpStatusCode.Unauthorized)]
    [InlineData("JWT", 0, HttpStatusCode.Unauthorized)]
    public async Task A_token_is_good_from_its_beginning_and_as_an_access_token_only(string type, int secondsAhead, HttpStatusCode status)
    {
        await using var market = await StartAsync();
        await SignInAsync(market, Password);
        var issuer = new AccountSettings().Issuer;
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = type,
            Issuer = issuer,
            Audience = issuer,
            NotBefore = market.Clock.Now.AddSeconds(secondsAhead).UtcDateTime,
            Expires = market.Clock.Now.AddHours(2).UtcDateTime,
            Claims = new Dictionary<string, object> { ["sub"] = "1" },
            SigningCredentials = new SigningCredentials(await market.Services.GetRequiredService<SigningKeyRing>().CurrentAsync(CancellationToken.None), SecurityAlgorithms.EcdsaSha256),
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "{ viewer { userName } }" }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

        Assert.Equal(status, (await market.Client.Http.SendAsync(request)).StatusCode);
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
