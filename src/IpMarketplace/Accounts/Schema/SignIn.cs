using IpMarketplace.Accounts.Sessions;
using IpMarketplace.Persistence.Inputs;
using IpMarketplace.Persistence.Mutations;

namespace IpMarketplace.Accounts.Schema;

/// <summary>Who wants to sign in.</summary>
/// <param name="UserName">The e-mail address of the account.</param>
/// <param name="Password">Its password.</param>
public sealed record SignInInput(string UserName, [property: Secret] string Password);

/// <summary>The mutation <c>signIn</c>.</summary>
[MutationType]
public static partial class SignIn
{
    /// <summary>Begins a session. After five wrong attempts under a user name it is locked for a quarter of an hour.</summary>
    [AllowAnonymous]
    [WithoutWriteTransaction]
    [Error<SignInFailed>]
    [Error<AccountLocked>]
    public static async Task<FieldResult<Session>> SignInAsync(SignInInput input, Credentials credentials, SessionBook sessions, CancellationToken ct)
    {
        var (account, refusal) = await credentials.CheckAsync(input.UserName, input.Password, ct);
        return account is null ? new FieldResult<Session>(refusal!) : Session.Of(await sessions.StartAsync(account, ct));
    }
}
