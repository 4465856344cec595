using IpMarketplace.Kernel.Events;
using IpMarketplace.Persistence.ChangeFeed;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IpMarketplace.Persistence;

/// <summary>Finds the aggregates that a save changes and writes down what happened to them.</summary>
internal static class ChangeRecorder
{
    private const string State = nameof(State);

    /// <summary>What is written down about one aggregate. Its key is known only after its row is inserted.</summary>
    internal sealed record ChangedAggregate(Aggregate Aggregate, string Type, IReadOnlyList<Transition> Transitions, string Events);

    /// <summary>Finds the changed aggregates among what was detected, checks that no state moved unseen, and raises their versions.</summary>
    public static List<ChangedAggregate> RaiseVersions(ChangeTracker tracker)
    {
        var roots = tracker.Entries<Aggregate>().ToList();
        var changed = roots
            .Where(root => root.State is EntityState.Added or EntityState.Modified or EntityState.Deleted || root.Entity.Events.Count > 0 || root.Entity.Transitions.Count > 0)
            .Select(root => root.Entity)
            .ToHashSet();
        changed.UnionWith(OwnersOfChangedParts(tracker, roots));

        var result = new List<ChangedAggregate>(changed.Count);
        foreach (var root in roots.Where(root => changed.Contains(root.Entity)))
        {
            result.Add(new(root.Entity, root.Metadata.GetRootType().ClrType.Name, TransitionsOf(root), EventsOf(root.Entity)));
            root.Entity.IncrementVersion();
            if (root.State is EntityState.Unchanged or EntityState.Modified)
            {
                root.Property(aggregate => aggregate.Version).IsModified = true;
            }
            root.Entity.ForgetEvents();
        }
        return result;
    }

    /// <summary>Adds the rows of the history and of the feed.</summary>
    public static IReadOnlyList<Change> Record(MarketplaceDbContext db, List<ChangedAggregate> changed, DateTimeOffset now)
    {
        var changes = new List<Change>();
        foreach (var (aggregate, type, transitions, events) in changed)
        {
            db.AddRange(transitions.Select(step => new HistoryEntry
            {
                AggregateType = type,
                AggregateId = aggregate.Id,
                From = step.From,
                To = step.To,
                Action = step.Action,
                Reason = step.Reason,
                Evidence = step.Evidence,
                ActorId = db.Actor.AccountId,
                ActorOrganizationId = db.Actor.OrganizationId,
                RequestId = db.Actor.RequestId,
                At = now,
            }));
            changes.Add(new Change { AggregateType = type, AggregateId = aggregate.Id, Events = events, At = now });
        }
        db.AddRange(changes);
        return changes;
    }

    /// <summary>Lets go of rows that are written for good, so that a context that saves often does not carry all of them along.</summary>
    public static void Forget(ChangeTracker tracker)
    {
        foreach (var row in tracker.Entries().Where(entry => entry.Entity is HistoryEntry or Change).ToList())
        {
            row.State = EntityState.Detached;
        }
    }

    private static string EventsOf(Aggregate aggregate) =>
        aggregate.Events.Count == 0 ? Change.Unnamed : string.Join(' ', aggregate.Events.Select(fact => fact.GetType().Name).Distinct());

    private static IReadOnlyList<Transition> TransitionsOf(EntityEntry<Aggregate> root)
    {
        if (root.Entity.Transitions.Count > 0 || root.Metadata.FindProperty(State) is null)
        {
            return [.. root.Entity.Transitions];
        }
        var state = root.Property(State);
        return root.State switch
        {
            EntityState.Added => [new Transition(null, Stored(state), "CREATE")],
            EntityState.Modified when !Equals(state.OriginalValue, state.CurrentValue) => throw new InvalidOperationException(
                $"{root.Metadata.ClrType.Name} {root.Entity.Id} moved from {state.OriginalValue} to {state.CurrentValue} without noting a transition (GI-06)."),
            _ => [],
        };
    }

    private static string Stored(PropertyEntry state) =>
        state.Metadata.GetTypeMapping().Converter?.ConvertToProvider(state.CurrentValue)?.ToString() ?? state.CurrentValue?.ToString() ?? "";

    /// <summary>A row that is part of an aggregate (a share, a fee term) changes the aggregate, though the aggregate's own row stays as it is.</summary>
    private static IEnumerable<Aggregate> OwnersOfChangedParts(ChangeTracker tracker, List<EntityEntry<Aggregate>> roots)
    {
        var parts = tracker.Entries()
            .Where(entry => entry.Entity is not Aggregate && entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();
        if (parts.Count == 0)
        {
            yield break;
        }
        var rootsByKey = roots.Where(root => root.State != EntityState.Added).ToDictionary(root => (root.Metadata.GetRootType(), root.Entity.Id), root => root.Entity);
        foreach (var part in parts)
        {
            foreach (var foreignKey in part.Metadata.GetForeignKeys().Where(IsPartOfAggregate))
            {
                var key = part.Property(foreignKey.Properties[0].Name);
                if ((key.CurrentValue ?? key.OriginalValue) is long id && rootsByKey.TryGetValue((foreignKey.PrincipalEntityType.GetRootType(), id), out var owner))
                {
                    yield return owner;
                }
            }
        }
    }

    internal static bool IsPartOfAggregate(IReadOnlyForeignKey foreignKey) =>
        typeof(Aggregate).IsAssignableFrom(foreignKey.PrincipalEntityType.ClrType)
        && !typeof(Aggregate).IsAssignableFrom(foreignKey.DeclaringEntityType.ClrType)
        && (foreignKey.IsOwnership || foreignKey.PrincipalToDependent is not null);
}
