using IpMarketplace.Persistence.Providers.SqlServer;
using IpMarketplace.Persistence.ChangeFeed;
using IpMarketplace.Persistence.Providers.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpMarketplace.Persistence;

/// <summary>Registers the database.</summary>
public static class PersistenceServices
{
    private const int SecondsToWaitForALock = 30;

    /// <summary>
    /// Offers a scoped <see cref="MarketplaceDbContext"/> that acts for the scope's <see cref="Actor"/>, and an
    /// <see cref="IDbContextFactory{TContext}"/> for reads beside each other and for work without a person.
    /// </summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services, DatabaseSettings settings)
    {
        if (settings.Provider == DatabaseSettings.SqlServer)
        {
            services.AddPooledDbContextFactory<SqlServerMarketplaceDbContext>(options => options.UseSqlServer(settings.ConnectionString, server =>
            {
                server.EnableRetryOnFailure().UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery);
                if (settings.MaxBatchSize is { } rows)
                {
                    server.MaxBatchSize(rows);
                }
            }));
            services.AddSingleton<IDbContextFactory<MarketplaceDbContext>, ContextFactory<SqlServerMarketplaceDbContext>>();
        }
        else
        {
            PrivateFiles.CreateDirectory(settings.DataDirectory);
            services.AddPooledDbContextFactory<SqliteMarketplaceDbContext>(options => options.UseSqlite(FileIn(settings.DataDirectory), sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)));
            services.AddSingleton<IDbContextFactory<MarketplaceDbContext>, ContextFactory<SqliteMarketplaceDbContext>>();
        }
        services.TryAddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IFeedFollowers, NoFollowers>();
        services.TryAddScoped(_ => Actor.System);
        services.AddScoped(scope =>
        {
            var db = scope.GetRequiredService<IDbContextFactory<MarketplaceDbContext>>().CreateDbContext();
            db.Actor = scope.GetRequiredService<Actor>();
            return db;
        });
        services.AddSingleton<WriteGate>();
        services.AddSingleton<DatabaseInitializer>();
        return services;
    }

    private static string FileIn(string directory) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(directory, "marketplace.db"),
        ForeignKeys = true,
        DefaultTimeout = SecondsToWaitForALock,
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
