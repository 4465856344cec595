using IpMarketplace.Kernel.Errors;

namespace IpMarketplace.Persistence.Idempotency;

/// <summary>The idempotency key was used before with another input (GI-13).</summary>
/// <param name="Key">The key.</param>
public sealed record IdempotencyKeyReused(string Key) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"The idempotency key {Key} was used before with another input. Use a new key for a new request.";
}
