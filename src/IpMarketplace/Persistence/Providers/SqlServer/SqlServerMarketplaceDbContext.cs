using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Persistence.Providers.SqlServer;

/// <summary>The database of a production with several nodes.</summary>
public sealed class SqlServerMarketplaceDbContext(DbContextOptions<SqlServerMarketplaceDbContext> options) : MarketplaceDbContext(options)
{
    private const int UniqueIndexViolated = 2601;
    private const int UniqueConstraintViolated = 2627;

    /// <inheritdoc/>
    public override bool IsUniqueViolation(DbException failure) =>
        failure is SqlException { Number: UniqueIndexViolated or UniqueConstraintViolated };

    /// <inheritdoc/>
    protected internal override Task<IReadOnlyList<string>> ConcernsAsync(TimeProvider clock, bool migrates, CancellationToken ct) =>
        ServerInspection.ConcernsAsync(this, clock, migrates, ct);

    /// <inheritdoc/>
    protected internal override Task LockForWritingAsync(CancellationToken ct) => Database.ExecuteSqlRawAsync(
        """
        DECLARE @granted int;
        EXEC @granted = sp_getapplock @Resource = N'IpMarketplace.Write', @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = 30000;
        IF @granted < 0 THROW 51000, N'The write lock was not granted within 30 seconds.', 1;
        """, ct);
}
