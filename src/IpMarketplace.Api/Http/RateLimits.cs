using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using IpMarketplace.Api.Settings;
using IpMarketplace.GraphQL.Errors;
using Microsoft.AspNetCore.RateLimiting;

namespace IpMarketplace.Api.Http;

/// <summary>
/// How much one client may ask for: requests by its address before anybody looks at its token, then by its account, and open event streams. What is over is
/// answered with 429, when to come again, and a GraphQL error; on a socket with that error. Sign-ins and registrations are counted where they are done
/// (<see cref="Accounts.Sessions.AttemptLimits"/>).
/// </summary>
internal sealed class RateLimits(RateLimitSettings settings) : IDisposable
{
    private const string Code = "RATE_LIMIT_EXCEEDED";
    private const string Nobody = "";
    private static readonly TimeSpan ASecond = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<string> _byAddress = Requests(settings.RequestsPerAddress, settings.RequestBurst);
    private readonly PartitionedRateLimiter<string> _byAccount = Requests(settings.RequestsPerAccount, settings.RequestBurst);
    private readonly PartitionedRateLimiter<string> _eventStreams = PartitionedRateLimiter.Create<string, string>(client => client == Nobody
        ? RateLimitPartition.GetNoLimiter(client)
        : RateLimitPartition.GetConcurrencyLimiter(client, _ => new ConcurrencyLimiterOptions { PermitLimit = settings.EventStreamsPerClient }));

    /// <summary>Counts requests by address.</summary>
    public RateLimiterOptions ByAddress() => new()
    {
        GlobalLimiter = _byAddress.WithTranslatedKey<HttpContext>(context => Client.AddressOf(context).Network, leaveOpen: true),
        OnRejected = AnswerAsync,
    };

    /// <summary>Counts requests by account, and event streams.</summary>
    public RateLimiterOptions ByAccount() => new()
    {
        GlobalLimiter = PartitionedRateLimiter.CreateChained(
            _byAccount.WithTranslatedKey<HttpContext>(context => AccountOf(context.User), leaveOpen: true),
            _eventStreams.WithTranslatedKey<HttpContext>(context => MayBecomeStream(context.Request) ? Client.UserOrAddressOf(context) : Nobody, leaveOpen: true)),
        OnRejected = AnswerAsync,
    };

    /// <summary>Counts an operation on a socket.</summary>
    /// <exception cref="GraphQLException">There were too many.</exception>
    public void CountOperation(HttpContext handshake, ClaimsPrincipal user)
    {
        using var address = _byAddress.AttemptAcquire(Client.AddressOf(handshake).Network);
        using var account = _byAccount.AttemptAcquire(AccountOf(user));
        if (!address.IsAcquired || !account.IsAcquired)
        {
            var seconds = SecondsToWait(address.IsAcquired ? account : address);
            throw new GraphQLException(ErrorBuilder.New().SetMessage(Message(seconds)).SetCode(Code).SetExtension("retryAfter", seconds).Build());
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _byAddress.Dispose();
        _byAccount.Dispose();
        _eventStreams.Dispose();
    }

    private static PartitionedRateLimiter<string> Requests(int perSecond, int burst) => PartitionedRateLimiter.Create<string, string>(client => client == Nobody
        ? RateLimitPartition.GetNoLimiter(client)
        : RateLimitPartition.GetTokenBucketLimiter(client, _ => new TokenBucketRateLimiterOptions { TokenLimit = burst, TokensPerPeriod = perSecond, ReplenishmentPeriod = ASecond }));

    private static string AccountOf(ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true, Name: { } account } ? account : Nobody;

    // A stream holds its place until it ends; so does, for the moment it takes, any other answer to a client that would take a stream.
    private static bool MayBecomeStream(HttpRequest request) => request.Headers.Accept.ToString() is not ("" or "*/*") and var accept
        && (accept.Contains("text/", StringComparison.OrdinalIgnoreCase) || accept.Contains("*/*", StringComparison.Ordinal));

    private static async ValueTask AnswerAsync(OnRejectedContext rejected, CancellationToken ct)
    {
        var response = rejected.HttpContext.Response;
        var seconds = SecondsToWait(rejected.Lease);
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        response.ContentType = "application/graphql-response+json; charset=utf-8";
        await response.WriteAsync($$$"""{"errors":[{"message":"{{{Message(seconds)}}}","extensions":{"code":"{{{Code}}}","retryAfter":{{{seconds}}}}}]}""", ct);
    }

    private static string Message(int seconds) => $"Too many requests or open event streams. Try again in {seconds} s.";

    private static int SecondsToWait(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;
}
