using IpMarketplace.Persistence.ChangeFeed;

namespace IpMarketplace.Persistence;

/// <summary>
/// What must be true as soon as something else is: a bar on a patent stops its offers at once (OL-47). It is saved with what it follows from, in
/// one transaction, so nobody ever sees the one without the other. What may come a moment later follows the change feed instead.
/// Register it as a singleton.
/// </summary>
public interface IConsequence
{
    /// <summary>Changes what follows from changes that are saved already in the open transaction. The caller saves.</summary>
    /// <param name="db">The context that saved the changes.</param>
    /// <param name="changes">What was saved.</param>
    /// <param name="ct">Cancels the work and with it the whole write.</param>
    /// <returns>Whether there was anything to look at.</returns>
    Task<bool> ApplyAsync(MarketplaceDbContext db, IReadOnlyList<Change> changes, CancellationToken ct);
}

/// <summary>Every consequence there is, in the order in which the modules may know each other.</summary>
internal sealed record Consequences(IEnumerable<IConsequence> All);
