using IpMarketplace.Accounts.Sessions;
using IpMarketplace.Persistence.Inputs;
using IpMarketplace.Persistence.Mutations;

namespace IpMarketplace.Accounts.Schema;

/// <summary>Who wants to sign in.</summary>
/// <param name="UserName">The e-mail address of the account.</param>
/// <param name="Password">Its password.</param>
/// <param name="DeviceToken">The `deviceToken` of the last sign-in on this device: with it, attempts of strangers under the same name cannot hinder this one.</param>
public sealed record SignInInput(string UserName, [property: Secret] string Password, [property: Secret] string? DeviceToken = null);

/// <summary>The mutation <c>signIn</c>.</summary>
[MutationType]
public static partial class SignIn
{
    internal const double CostOfHashing = 1000;

    /// <summary>Begins a session. Attempts are limited by address and by name, those of known devices apart; nobody's attempts lock an account.</summary>
    [AllowAnonymous]
    [WithoutWriteTransaction]
    [Cost(CostOfHashing)]
    [Error<SignInFailed>]
    [Error<TooManyAttempts>]
    public static async Task<FieldResult<Session>> SignInAsync(SignInInput input, Credentials credentials, SessionBook sessions, CancellationToken ct)
    {
        var (account, deviceToken, refusal) = await credentials.CheckAsync(input.UserName, input.Password, input.DeviceToken, ct);
        return account is null ? new FieldResult<Session>(refusal!) : Session.Of(await sessions.StartAsync(account, ct)) with { DeviceToken = deviceToken };
    }
}
