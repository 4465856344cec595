namespace IpMarketplace.Persistence;

/// <summary>A node that may not migrate met a database that lacks migrations.</summary>
internal sealed class MigrationsWait(IReadOnlyList<string> migrations) : Exception(
    $"The database lacks {(migrations.Count == 1 ? "the migration" : "the migrations")} {string.Join(", ", migrations)}, and this node may not migrate (Database:Migrate is false); "
    + "run \"database migrate\" with a login that may, or \"database script\" for the SQL.")
{
    /// <summary>What is lacking, in the order of application.</summary>
    public IReadOnlyList<string> Migrations => migrations;
}
