using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using IpMarketplace.Persistence.Conventions;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Persistence.Providers.SqlServer;

/// <summary>The database of a production with several nodes.</summary>
public sealed class SqlServerMarketplaceDbContext(DbContextOptions<SqlServerMarketplaceDbContext> options) : MarketplaceDbContext(options)
{
    private const string BinaryCollation = "Latin1_General_100_BIN2";
    private const int UniqueIndexViolated = 2601;
    private const int UniqueConstraintViolated = 2627;

    private const string Lock =
        """
        DECLARE @granted int;
        EXEC @granted = sp_getapplock @Resource = {2}, @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = 30000;
        IF @granted < 0 THROW 51000, N'The write lock was not granted within 30 seconds.', 1;

        """;

    private const string LockAndNoteName = Lock + NoteName;

    /// <inheritdoc/>
    public override bool IsUniqueViolation(DbException failure) =>
        failure is SqlException { Number: UniqueIndexViolated or UniqueConstraintViolated };

    /// <inheritdoc/>
    protected internal override Task<IReadOnlyList<string>> ConcernsAsync(TimeProvider clock, bool migrates, CancellationToken ct) =>
        ServerInspection.ConcernsAsync(this, clock, migrates, ct);

    /// <inheritdoc/>
    protected internal override bool HasOneWriter => false;

    /// <inheritdoc/>
    protected internal override async Task<bool> LockForWritingAsync(string? subject, Guid? name, CancellationToken ct) =>
        await Database.ExecuteSqlRawAsync(name is null ? Lock : LockAndNoteName, [name ?? Guid.Empty, Now, ResourceOf(subject)], ct) == 1 || name is null;

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Conventions.Add(_ => new BinaryTextConvention(BinaryCollation));
    }

    /// <summary>A resource has at most 255 characters, a subject any number.</summary>
    private static string ResourceOf(string? subject) => subject is null
        ? "IpMarketplace.Write"
        : $"IpMarketplace.Write.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject)))}";
}
