using System.Threading.RateLimiting;

namespace IpMarketplace.Accounts.Sessions;

/// <summary>
/// How often strangers may try. Nothing here locks an account: a stranger who hammers a name uses up the attempts of an address, and those of strangers, never
/// those of a device on which the account signed in before (decision 0008). Counted in this process, per field and not per request.
/// </summary>
public sealed class AttemptLimits(AccountSettings settings) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _signInsByDevice = Limiter(settings.SignInsPerDevice, settings.AttemptWindow);
    private readonly PartitionedRateLimiter<string> _signInsByAddress = Limiter(settings.SignInsPerAddress, settings.AttemptWindow);
    private readonly PartitionedRateLimiter<string> _signInsByAddressAndName = Limiter(settings.SignInsPerAddressAndName, settings.AttemptWindow);
    private readonly PartitionedRateLimiter<string> _signInsByName = Limiter(settings.SignInsPerName, settings.AttemptWindow);
    private readonly PartitionedRateLimiter<string> _refreshes = Limiter(settings.RefreshesPerAddress, settings.AttemptWindow);
    private readonly PartitionedRateLimiter<string> _registrations = Limiter(settings.RegistrationsPerAddress, settings.RegistrationWindow);

    /// <summary>Counts an attempt to sign in; a refusal when there were too many.</summary>
    /// <param name="client">From where.</param>
    /// <param name="normalizedName">Under which name, whether or not an account has it.</param>
    /// <param name="device">The known device, if it is one that signed in under this name before.</param>
    public TooManyAttempts? SignIn(ClientAddress client, string normalizedName, string? device) => device is not null
        ? Take(_signInsByDevice, device)
        : Take(_signInsByAddress, client.Network) ?? Take(_signInsByAddressAndName, $"{client.Network} {normalizedName}") ?? Take(_signInsByName, normalizedName);

    /// <summary>Counts an attempt to refresh a session.</summary>
    public TooManyAttempts? Refresh(ClientAddress client) => Take(_refreshes, client.Network);

    /// <summary>Counts an attempt to register.</summary>
    public TooManyAttempts? Register(ClientAddress client) => Take(_registrations, client.Network);

    /// <inheritdoc/>
    public void Dispose()
    {
        _signInsByDevice.Dispose();
        _signInsByAddress.Dispose();
        _signInsByAddressAndName.Dispose();
        _signInsByName.Dispose();
        _refreshes.Dispose();
        _registrations.Dispose();
    }

    private static PartitionedRateLimiter<string> Limiter(int most, TimeSpan window) => PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions { TokenLimit = most, TokensPerPeriod = 1, ReplenishmentPeriod = window / most }),
        StringComparer.Ordinal);

    private static TooManyAttempts? Take(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired ? null : new TooManyAttempts(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1);
    }
}
