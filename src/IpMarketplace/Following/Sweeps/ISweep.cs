using IpMarketplace.Persistence;

namespace IpMarketplace.Following.Sweeps;

/// <summary>Work that time alone makes due: a declaration expires, a term passes (domain.md 9.17). What it works on has a key each.</summary>
public interface ISweep
{
    /// <summary>What it does, for logs and the history.</summary>
    string Name { get; }

    /// <summary>Finds what is due by an index, outside of any write's turn.</summary>
    /// <param name="db">Where to look.</param>
    /// <param name="atMost">How many to find at a time.</param>
    /// <param name="ct">Cancels it.</param>
    /// <returns>Keys of what <see cref="SweepAsync"/> will change.</returns>
    Task<IReadOnlyList<long>> FindDueAsync(MarketplaceDbContext db, int atMost, CancellationToken ct);

    /// <summary>Does what is due, inside a write transaction, and saves. It looks again: somebody may have been first.</summary>
    /// <returns>How many aggregates it changed.</returns>
    Task<int> SweepAsync(MarketplaceDbContext db, IReadOnlyList<long> due, CancellationToken ct);
}
