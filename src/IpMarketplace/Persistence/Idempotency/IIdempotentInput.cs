namespace IpMarketplace.Persistence.Idempotency;

/// <summary>An input that a client may send again without a second effect (GI-13). Every mutation input is one.</summary>
public interface IIdempotentInput
{
    /// <summary>Chosen by the client, at most 100 characters; the request header <c>Idempotency-Key</c> says the same.</summary>
    string? IdempotencyKey { get; }
}
