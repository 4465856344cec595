using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IpMarketplace.Api.Authentication;

/// <summary>
/// Verifies our own access tokens and remembers the good ones, because verifying a signature takes longer than answering most queries. What is
/// remembered is the signature alone: a token still ends with its time, and a key is believed until the last token it signed ends.
/// </summary>
internal sealed class VerifiedTokens(TimeProvider clock) : JsonWebTokenHandler, IDisposable
{
    private const int Most = 10_000;
    private static readonly MemoryCacheEntryOptions WhileUsed = new() { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(5) };

    private readonly MemoryCache _good = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <inheritdoc/>
    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        if (_good.TryGetValue(token, out TokenValidationResult? known) && known!.SecurityToken.ValidTo > clock.GetUtcNow().UtcDateTime)
        {
            return known;
        }
        var result = await base.ValidateTokenAsync(token, validationParameters);
        if (result.IsValid)
        {
            _good.Set(token, result, WhileUsed);
        }
        return result;
    }

    /// <inheritdoc/>
    public void Dispose() => _good.Dispose();
}
