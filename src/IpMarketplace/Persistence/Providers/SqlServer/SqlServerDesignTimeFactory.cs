using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IpMarketplace.Persistence.Providers.SqlServer;

/// <summary>Lets <c>dotnet ef</c> build the model without a host and without a server.</summary>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerMarketplaceDbContext>
{
    public SqlServerMarketplaceDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerMarketplaceDbContext>().UseSqlServer("Server=.;Database=Design").ReplaceService<IMigrationsSqlGenerator, KeysGiveWay>().Options);
}
