using System.Data.Common;
using IpMarketplace.Persistence.ChangeFeed;
using IpMarketplace.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace IpMarketplace.Persistence;

/// <summary>
/// The database of the marketplace. It knows no module: it applies every mapping of the assembly, and each module adds its
/// sets as extension properties (<c>db.Patents</c>). One derived context per provider carries what differs and the migrations.
/// </summary>
public abstract class MarketplaceDbContext : DbContext
{
    private const int LongestChain = 8;

    private int _consequences;

    /// <summary>Called by the provider's context.</summary>
    protected MarketplaceDbContext(DbContextOptions options) : base(options)
    {
        // A failing save rolls the whole write transaction back; savepoints inside it would only cost round trips.
        Database.AutoSavepointsEnabled = false;
    }

    /// <summary>Lifecycle steps of all aggregates (GI-06).</summary>
    public DbSet<HistoryEntry> History => Set<HistoryEntry>();

    /// <summary>The change feed.</summary>
    public DbSet<Change> Changes => Set<Change>();

    /// <summary>Who causes what is saved here.</summary>
    public Actor Actor { get; internal set; } = Actor.System;

    /// <summary>The last change that was committed through this context; 0 when there was none.</summary>
    public long LastChange { get; internal set; }

    /// <summary>The changes saved in the open transaction, which may still be rolled back.</summary>
    internal List<Change> Saved { get; } = [];

    /// <summary>Whether the database lets one write at a time whatever it is about, so that all writers of the process better queue for it.</summary>
    protected internal abstract bool HasOneWriter { get; }

    private string? Subject { get; set; }

    /// <summary>
    /// Waits for the lock that serializes writers across processes; it is held until the transaction ends. Notes the write's name in the
    /// transaction.
    /// </summary>
    /// <param name="subject">The lock is that of the subject; null for the one lock of all that the feed orders.</param>
    /// <param name="name">The write's name; null where a write is never repeated.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>False when the write of this name was committed before.</returns>
    protected internal abstract Task<bool> LockForWritingAsync(string? subject, Guid? name, CancellationToken ct);

    /// <summary>Notes a write's name: inserts one row, or none when it is there already.</summary>
    protected const string NoteName =
        "INSERT INTO CommittedWrites (Id, At) SELECT {0}, {1} WHERE NOT EXISTS (SELECT 1 FROM CommittedWrites WHERE Id = {0});";

    /// <summary>The time as the database keeps it.</summary>
    protected DateTime Now => this.GetService<TimeProvider>().GetUtcNow().UtcDateTime;

    /// <summary>What is wrong with the server or dear there, a sentence each.</summary>
    protected internal virtual Task<IReadOnlyList<string>> ConcernsAsync(TimeProvider clock, bool migrates, CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Whether the database refused a row because of a unique index.</summary>
    public abstract bool IsUniqueViolation(DbException failure);

    /// <summary>Saves rows, history and feed in one transaction: the open one, or one of its own.</summary>
    /// <exception cref="InvalidOperationException">An aggregate's state moved without a noted transition.</exception>
    /// <exception cref="ColumnLimitException">A text or an amount does not fit its column.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is null)
        {
            return await this.InTransactionAsync(null, attempt => attempt == 1
                ? SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken)
                : throw new InvalidOperationException("The connection failed while saving outside of a repeatable write. Use WriteAsync to have it repeated."),
                _ => true, cancellationToken);
        }
        // Looking for changes compares every property of everything tracked. Once is enough: what is added from here on says so itself.
        ChangeTracker.DetectChanges();
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await SaveDetectedAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    internal void BeginWrite(string? subject)
    {
        Subject = subject;
        Saved.Clear();
    }

    private async Task<int> SaveDetectedAsync(bool acceptAllChangesOnSuccess, CancellationToken ct)
    {
        ColumnLimits.Check(ChangeTracker);
        var changed = ChangeRecorder.RaiseVersions(ChangeTracker);
        if (changed.Count > 0 && Subject is not null)
        {
            throw new InvalidOperationException($"{changed[0].Type} {changed[0].Aggregate.Id} was changed in a write about {Subject}. The feed orders aggregates: use WriteAsync.");
        }
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
        if (changed.Count > 0)
        {
            var changes = ChangeRecorder.Record(this, changed, this.GetService<TimeProvider>().GetUtcNow());
            ColumnLimits.Check(ChangeTracker);
            await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
            Saved.AddRange(changes);
            ChangeRecorder.Forget(ChangeTracker);
            await ApplyConsequencesAsync(changes, ct);
        }
        return rows;
    }

    /// <summary>What follows is nobody's act, but belongs to the request that it follows from.</summary>
    private async Task ApplyConsequencesAsync(IReadOnlyList<Change> changes, CancellationToken ct)
    {
        if (++_consequences > LongestChain)
        {
            throw new InvalidOperationException($"The consequences of a change have no end: {LongestChain} in a row, the last of {changes[0].AggregateType} {changes[0].AggregateId}.");
        }
        var cause = Actor;
        Actor = cause with { AccountId = null, OrganizationId = null };
        try
        {
            foreach (var consequence in this.GetService<Consequences>().All)
            {
                if (await consequence.ApplyAsync(this, changes, ct))
                {
                    await SaveChangesAsync(ct);
                }
            }
        }
        finally
        {
            Actor = cause;
            _consequences--;
        }
    }

    /// <summary>Not offered: it would block a thread while it waits for its turn.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync.");

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstantConverter>().HavePrecision(UtcInstantConverter.Digits);
        configurationBuilder.Properties<decimal>().HavePrecision(18, 2);
        configurationBuilder.Conventions.Add(_ => new AggregateConvention());
        configurationBuilder.Conventions.Add(_ => new EnumTextConvention());
        configurationBuilder.Conventions.Add(_ => new TextLengthConvention());
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(MarketplaceDbContext).Assembly);
}
