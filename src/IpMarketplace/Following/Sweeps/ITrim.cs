using IpMarketplace.Persistence;

namespace IpMarketplace.Following.Sweeps;

/// <summary>Removes rows that no longer mean anything.</summary>
public interface ITrim
{
    /// <summary>What it removes, for logs.</summary>
    string Name { get; }

    /// <summary>Removes the oldest of them, in a write transaction.</summary>
    /// <param name="db">Where.</param>
    /// <param name="atMost">How many at a time of each kind, so that nobody waits long.</param>
    /// <param name="ct">Cancels it.</param>
    /// <returns>How many were removed; 0 when there are no more.</returns>
    Task<int> TrimAsync(MarketplaceDbContext db, int atMost, CancellationToken ct);
}
