using IpMarketplace.Accounts.Sessions;
using IpMarketplace.Persistence.Inputs;
using IpMarketplace.Persistence.Mutations;

namespace IpMarketplace.Accounts.Schema;

/// <summary>Which session to continue.</summary>
/// <param name="RefreshToken">The newest refresh token of the session.</param>
public sealed record RefreshSessionInput([property: Secret] string RefreshToken);

/// <summary>The mutation <c>refreshSession</c>.</summary>
[MutationType]
public static partial class RefreshSession
{
    /// <summary>Exchanges a refresh token for new tokens. Each works once; using one twice ends the session, because somebody else has it too.</summary>
    [AllowAnonymous]
    [WithoutWriteTransaction]
    [Error<SessionExpired>]
    public static async Task<FieldResult<Session>> RefreshSessionAsync(RefreshSessionInput input, SessionBook sessions, CancellationToken ct)
    {
        var (tokens, refusal) = await sessions.RefreshAsync(input.RefreshToken, ct);
        return tokens is null ? new FieldResult<Session>(refusal!) : Session.Of(tokens);
    }
}
