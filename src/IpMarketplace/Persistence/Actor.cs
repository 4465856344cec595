namespace IpMarketplace.Persistence;

/// <summary>Who causes what is being saved, as the history keeps it (domain.md 9, conventions; GI-06). One per request.</summary>
/// <param name="AccountId">The account; null for a visitor and for the system.</param>
/// <param name="OrganizationId">The organization the person acts for; null where there is none.</param>
/// <param name="RequestId">The request, as logs and the <c>X-Request-Id</c> header name it; for background work the work's name.</param>
public sealed record Actor(long? AccountId, long? OrganizationId, string? RequestId)
{
    /// <summary>What the request's header <c>Idempotency-Key</c> says; an input's own key goes before it.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Timers, imports, followers of the change feed.</summary>
    public static Actor System { get; } = new(null, null, null);
}
