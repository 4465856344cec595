using IpMarketplace.Persistence.ChangeFeed;
using IpMarketplace.Persistence.Mutations;
using IpMarketplace.Persistence.Outages;
using IpMarketplace.Persistence.Providers.Sqlite;
using IpMarketplace.Persistence.Providers.SqlServer;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace IpMarketplace.Persistence;

/// <summary>Registers the database.</summary>
public static class PersistenceServices
{
    private const int Retries = 3;

    private static readonly TimeSpan LongestPauseBeforeRetry = TimeSpan.FromSeconds(2);

    /// <summary>The number that SqlClient gives to a connection that was refused or broken, where the system is not Windows.</summary>
    private const int ConnectionLostOnLinux = 0;

    /// <summary>
    /// Offers a scoped <see cref="MarketplaceDbContext"/> that acts for the scope's <see cref="Actor"/>, and an
    /// <see cref="IDbContextFactory{TContext}"/> for reads beside each other and for work without a person.
    /// </summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services, DatabaseSettings settings)
    {
        if (settings.Provider == DatabaseSettings.SqlServer)
        {
            services.AddPooledDbContextFactory<SqlServerMarketplaceDbContext>(options =>
                options.ReplaceService<IMigrationsSqlGenerator, KeysGiveWay>().UseSqlServer(settings.ConnectionString, server =>
                {
                    server.EnableRetryOnFailure(Retries, LongestPauseBeforeRetry, [ConnectionLostOnLinux]).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery);
                    if (settings.MaxBatchSize is { } rows)
                    {
                        server.MaxBatchSize(rows);
                    }
                }).ConfigureWarnings(LeaveFailuresToTheCaller));
            services.AddSingleton<IDbContextFactory<MarketplaceDbContext>, ContextFactory<SqlServerMarketplaceDbContext>>();
        }
        else
        {
            PrivateFiles.CreateDirectory(settings.DataDirectory);
            services.AddPooledDbContextFactory<SqliteMarketplaceDbContext>(options => options.UseSqlite(FileOf(settings), sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
                .ConfigureWarnings(LeaveFailuresToTheCaller));
            services.AddSingleton<IDbContextFactory<MarketplaceDbContext>, ContextFactory<SqliteMarketplaceDbContext>>();
        }
        services.TryAddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IFeedFollowers, NoFollowers>();
        services.TryAddSingleton<StartProgress>();
        services.TryAddScoped(_ => Actor.System);
        services.AddScoped(scope =>
        {
            var db = scope.GetRequiredService<IDbContextFactory<MarketplaceDbContext>>().CreateDbContext();
            db.Actor = scope.GetRequiredService<Actor>();
            return db;
        });
        services.AddSingleton<DatabaseOutage>();
        services.AddSingleton<WriteGate>();
        services.AddSingleton<Consequences>();
        services.AddScoped<MutationTurn>();
        services.AddSingleton<DatabaseInitializer>();
        return services;
    }

    /// <summary>Who meets a failure logs it, once and where it matters; the same stack trace from each layer below helps nobody.</summary>
    private static void LeaveFailuresToTheCaller(WarningsConfigurationBuilder events) => events.Log(
        (RelationalEventId.ConnectionError, LogLevel.Debug),
        (RelationalEventId.CommandError, LogLevel.Debug),
        (RelationalEventId.TransactionError, LogLevel.Debug),
        (CoreEventId.SaveChangesFailed, LogLevel.Debug),
        (CoreEventId.QueryIterationFailed, LogLevel.Debug),
        (CoreEventId.ExecutionStrategyRetrying, LogLevel.Debug));

    private static string FileOf(DatabaseSettings settings) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(settings.DataDirectory, "marketplace.db"),
        ForeignKeys = true,
        DefaultTimeout = (int)Math.Ceiling(settings.LongestWaitForLock.TotalSeconds),
    }.ConnectionString;

    private sealed class ContextFactory<TContext>(IDbContextFactory<TContext> pool) : IDbContextFactory<MarketplaceDbContext>
        where TContext : MarketplaceDbContext
    {
        public MarketplaceDbContext CreateDbContext()
        {
            var db = pool.CreateDbContext();
            db.Actor = Actor.System;
            db.LastChange = 0;
            return db;
        }
    }
}
