using IpMarketplace.Accounts.Sessions;
using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Idempotency;
using IpMarketplace.Persistence.Inputs;
using IpMarketplace.Persistence.Mutations;

namespace IpMarketplace.Accounts.Schema;

/// <summary>Which session to continue.</summary>
/// <param name="RefreshToken">The newest refresh token of the session.</param>
/// <param name="IdempotencyKey">Sent again with the same key, the exchange is answered again until its new token is used (GI-13).</param>
public sealed record RefreshSessionInput([property: Secret] string RefreshToken, string? IdempotencyKey = null) : IIdempotentInput;

/// <summary>The mutation <c>refreshSession</c>.</summary>
[MutationType]
public static partial class RefreshSession
{
    /// <summary>
    /// Exchanges a refresh token for new tokens. Each works once; for some seconds after, or with the same `idempotencyKey`, it is answered the same new
    /// refresh token. Any other second use ends the session, because somebody else has the token too.
    /// </summary>
    [AllowAnonymous]
    [WithoutWriteTransaction]
    [Error<SessionExpired>]
    [Error<TooManyAttempts>]
    public static async Task<FieldResult<Session>> RefreshSessionAsync(
        RefreshSessionInput input, SessionBook sessions, AttemptLimits attempts, ClientAddress client, Actor actor, CancellationToken ct)
    {
        if (attempts.Refresh(client) is { } tooMany)
        {
            return new(tooMany);
        }
        var (tokens, refusal) = await sessions.RefreshAsync(input.RefreshToken, input.IdempotencyKey ?? actor.IdempotencyKey, ct);
        return tokens is null ? new FieldResult<Session>(refusal!) : Session.Of(tokens);
    }
}
