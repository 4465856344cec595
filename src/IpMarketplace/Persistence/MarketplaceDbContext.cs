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

    /// <summary>The last change that this context saved; 0 when it saved none.</summary>
    public long LastChange { get; internal set; }

    /// <summary>The changes saved in the open transaction.</summary>
    internal List<Change> Saved { get; } = [];

    /// <summary>Waits for the lock that serializes writers across processes; it is held until the transaction ends.</summary>
    protected internal abstract Task LockForWritingAsync(CancellationToken ct);

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
            return await this.InTurnAsync(attempt => attempt == 1
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

    private async Task<int> SaveDetectedAsync(bool acceptAllChangesOnSuccess, CancellationToken ct)
    {
        ColumnLimits.Check(ChangeTracker);
        var changed = ChangeRecorder.RaiseVersions(ChangeTracker);
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
        if (changed.Count > 0)
        {
            var changes = ChangeRecorder.Record(this, changed, this.GetService<TimeProvider>().GetUtcNow());
            ColumnLimits.Check(ChangeTracker);
            await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
            LastChange = changes[^1].Id;
            Saved.AddRange(changes);
            ChangeRecorder.Forget(ChangeTracker);
        }
        return rows;
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
