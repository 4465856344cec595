using IpMarketplace.Accounts;
using IpMarketplace.Accounts.Sessions;
using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Security;
using IpMarketplace.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarketplace.Tests.Accounts;

/// <summary>What the tests of this module do, each step with services of its own as a request has them.</summary>
internal static class AccountsWorld
{
    public const string UserName = "officer@demo-university.example";
    public const string Password = "transfer-office-1";

    public static async Task<Account> RegisterOfficerAsync(this TestDatabase database)
    {
        var (account, refusal) = await database.RegisterAsync(new NewAccount(UserName, Password, "Technology transfer officer", [Role.UniOfficer, Role.Inventor], 42));
        Assert.Null(refusal);
        return account!;
    }

    public static Task<(Account? Account, InputInvalid? Refusal)> RegisterAsync(this TestDatabase database, NewAccount request) =>
        database.InScopeAsync(services => services.GetRequiredService<AccountRegistration>().RegisterAsync(request));

    public static Task<(Account? Account, string? DeviceToken, Refusal? Refusal)> CheckAsync(this TestDatabase database, string userName, string password, string? deviceToken = null) =>
        database.InScopeAsync(services => services.GetRequiredService<Credentials>().CheckAsync(userName, password, deviceToken, CancellationToken.None));

    public static Task<IssuedTokens> StartSessionAsync(this TestDatabase database, Account account) =>
        database.InScopeAsync(services => services.GetRequiredService<SessionBook>().StartAsync(account, CancellationToken.None));

    public static Task<(IssuedTokens? Tokens, Refusal? Refusal)> RefreshAsync(this TestDatabase database, string refreshToken, string? idempotencyKey = null) =>
        database.InScopeAsync(services => services.GetRequiredService<SessionBook>().RefreshAsync(refreshToken, idempotencyKey, CancellationToken.None));
}
