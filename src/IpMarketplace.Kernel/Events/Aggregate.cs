using IpMarketplace.Kernel.Errors;

namespace IpMarketplace.Kernel.Events;

/// <summary>A fact that a module announces, in the past tense. Written to the change feed in the transaction that made it true.</summary>
public interface IDomainEvent;

/// <summary>
/// A thing with a life of its own: an identity, a version that grows with each committed change, and what it has to tell
/// since it was loaded. Saving it writes its rows, its history (GI-06) and its change-feed rows in one transaction.
/// </summary>
public abstract class Aggregate
{
    private readonly List<IDomainEvent> _events = [];
    private readonly List<Transition> _transitions = [];

    /// <summary>The database key; outside the process it appears only inside an opaque global id.</summary>
    public long Id { get; protected set; }

    /// <summary>Grows by one with every committed change; the concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Facts announced since the aggregate was loaded or last saved.</summary>
    internal IReadOnlyList<IDomainEvent> Events => _events;

    /// <summary>Lifecycle steps taken since the aggregate was loaded or last saved.</summary>
    internal IReadOnlyList<Transition> Transitions => _transitions;

    /// <summary>Announces a fact; it reaches others only if this aggregate is saved.</summary>
    protected void Announce(IDomainEvent fact) => _events.Add(fact);

    /// <summary>Notes a lifecycle step for the history (domain.md 9, "every transition writes one audit row").</summary>
    protected void Note(Transition transition) => _transitions.Add(transition);

    /// <summary>Refuses a caller who decided upon an older state than the present one.</summary>
    /// <param name="seen">The version the caller had read; null when it did not say.</param>
    public Refusal? RefusesVersion(int? seen) => seen is { } expected && expected != Version ? new ChangedMeanwhile(expected, Version) : null;

    /// <summary>Called by persistence when a change of this aggregate is about to be saved.</summary>
    public void IncrementVersion() => Version++;

    /// <summary>Called by persistence once events and transitions are written.</summary>
    public void ForgetEvents()
    {
        _events.Clear();
        _transitions.Clear();
    }
}
