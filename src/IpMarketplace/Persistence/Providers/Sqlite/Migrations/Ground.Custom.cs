using Microsoft.EntityFrameworkCore.Migrations;

namespace IpMarketplace.Persistence.Providers.Sqlite.Migrations;

public partial class Ground
{
    private static void AfterUp(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(DatabaseMark.MarkEarlierDemo);
}
