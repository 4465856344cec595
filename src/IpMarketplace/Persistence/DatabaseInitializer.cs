using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IpMarketplace.Persistence;

/// <summary>Brings the database to the form this build needs, or says what it lacks.</summary>
public sealed class DatabaseInitializer(IDbContextFactory<MarketplaceDbContext> contexts, DatabaseSettings settings, TimeProvider clock)
{
    /// <summary>What every start does: <see cref="MigrateAsync"/> where <see cref="DatabaseSettings.Migrate"/> says so.</summary>
    /// <exception cref="MigrationsWait">This node may not migrate, and the database lacks what this build needs.</exception>
    public async Task InitializeAsync(CancellationToken ct)
    {
        if (settings.Migrate)
        {
            await MigrateAsync(ct);
        }
        else if (await WaitingAsync(ct) is { Count: > 0 } waiting)
        {
            throw new MigrationsWait(waiting);
        }
    }

    /// <summary>Creates the database where there is none and applies the migrations it lacks.</summary>
    public async Task MigrateAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Database.MigrateAsync(ct);
        if (db.Database.IsSqlite())
        {
            // What SQLite puts beside the file later has the file's mode.
            var file = db.Database.GetDbConnection().DataSource;
            Array.ForEach([file, $"{file}-wal", $"{file}-shm"], PrivateFiles.Restrict);
        }
    }

    /// <summary>The migrations that the database lacks, in the order of their application.</summary>
    public async Task<IReadOnlyList<string>> WaitingAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return [.. await db.Database.GetPendingMigrationsAsync(ct)];
    }

    /// <summary>The migrations as SQL for an operator to read and to run. On SQL Server every step asks first whether it was taken; SQLite cannot, so there it is for an empty database.</summary>
    public async Task<string> ScriptAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        var options = settings.Provider == DatabaseSettings.SqlServer ? MigrationsSqlGenerationOptions.Idempotent : MigrationsSqlGenerationOptions.Default;
        return db.GetService<IMigrator>().GenerateScript(options: options);
    }

    /// <summary>What is wrong with the server or dear there, a sentence each; the embedded database has no such thing.</summary>
    public async Task<IReadOnlyList<string>> ConcernsAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.ConcernsAsync(clock, settings.Migrate, ct);
    }
}
