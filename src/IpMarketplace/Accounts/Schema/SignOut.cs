using IpMarketplace.Accounts.Sessions;
using IpMarketplace.Persistence.Inputs;
using IpMarketplace.Persistence.Mutations;

namespace IpMarketplace.Accounts.Schema;

/// <summary>Which session to end.</summary>
/// <param name="RefreshToken">A refresh token of the session.</param>
public sealed record SignOutInput([property: Secret] string RefreshToken);

/// <summary>The mutation <c>signOut</c>.</summary>
[MutationType]
public static partial class SignOut
{
    /// <summary>Ends a session: its refresh tokens stop working at once, its access token when it expires. An unknown token is no error.</summary>
    [AllowAnonymous]
    [WithoutWriteTransaction]
    [UseMutationConvention(PayloadFieldName = "signedOut")]
    public static async Task<FieldResult<bool>> SignOutAsync(SignOutInput input, SessionBook sessions, CancellationToken ct)
    {
        await sessions.EndAsync(input.RefreshToken, ct);
        return true;
    }
}
