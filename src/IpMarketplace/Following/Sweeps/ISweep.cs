using IpMarketplace.Persistence;

namespace IpMarketplace.Following.Sweeps;

/// <summary>Work that time alone makes due: a declaration expires, a term passes (domain.md 9.17).</summary>
public interface ISweep
{
    /// <summary>What it does, for logs and the history.</summary>
    string Name { get; }

    /// <summary>Does what is due, inside a write transaction, and saves.</summary>
    /// <returns>How many aggregates it changed.</returns>
    Task<int> SweepAsync(MarketplaceDbContext db, CancellationToken ct);
}
