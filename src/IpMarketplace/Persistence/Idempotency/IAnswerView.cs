namespace IpMarketplace.Persistence.Idempotency;

/// <summary>
/// How an aggregate is shown by mutations that answer another class than the aggregate itself, so that a repeated call can be answered
/// again. Registered as a singleton.
/// </summary>
public interface IAnswerView
{
    /// <summary>The class that mutations answer.</summary>
    Type AnswerType { get; }

    /// <summary>The key of the aggregate shown.</summary>
    long KeyOf(object answer);

    /// <summary>Shows the aggregate as it is now; null when it is gone.</summary>
    Task<object?> ShowAsync(MarketplaceDbContext db, long key, CancellationToken ct);
}
