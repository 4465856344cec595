using Microsoft.AspNetCore.Identity;

namespace IpMarketplace.Accounts.Sessions;

/// <summary>
/// Hashes and verifies passwords on half of the processors: it takes one for a tenth of a second, on purpose, and the others are for those who
/// wait for something else. Never to be awaited in a write turn.
/// </summary>
public sealed class PasswordWork(IPasswordHasher<Account> hasher) : IDisposable
{
    private readonly SemaphoreSlim _processors = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>The hash to keep.</summary>
    public Task<string> HashAsync(Account account, string password, CancellationToken ct) => RunAsync(() => hasher.HashPassword(account, password), ct);

    /// <summary>Whether it is the password of the hash.</summary>
    public Task<bool> IsRightAsync(Account account, string hash, string password, CancellationToken ct) =>
        RunAsync(() => hasher.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed, ct);

    /// <inheritdoc/>
    public void Dispose() => _processors.Dispose();

    private async Task<T> RunAsync<T>(Func<T> work, CancellationToken ct)
    {
        await _processors.WaitAsync(ct);
        try
        {
            return work();
        }
        finally
        {
            _processors.Release();
        }
    }
}
