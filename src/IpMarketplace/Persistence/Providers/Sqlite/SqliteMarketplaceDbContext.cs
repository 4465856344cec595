using System.Data.Common;
using IpMarketplace.Persistence.Conventions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Persistence.Providers.Sqlite;

/// <summary>The embedded database: one file, readers beside one writer (WAL).</summary>
public sealed class SqliteMarketplaceDbContext(DbContextOptions<SqliteMarketplaceDbContext> options) : MarketplaceDbContext(options)
{
    private const int UniqueIndexViolated = 2067;
    private const int PrimaryKeyViolated = 1555;

    /// <inheritdoc/>
    public override bool IsUniqueViolation(DbException failure) =>
        failure is SqliteException { SqliteExtendedErrorCode: UniqueIndexViolated or PrimaryKeyViolated };

    /// <inheritdoc/>
    protected internal override bool HasOneWriter => true;

    /// <inheritdoc/>
    // The transaction itself is begun as BEGIN IMMEDIATE, which is the write lock.
    protected internal override async Task<bool> LockForWritingAsync(string? subject, Guid? name, CancellationToken ct) =>
        name is not { } noted || await Database.ExecuteSqlRawAsync(NoteName, [noted, Now], ct) == 1;

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Conventions.Add(_ => new FixedPointConvention());
    }
}
