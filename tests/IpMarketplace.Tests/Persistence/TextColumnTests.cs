using IpMarketplace.Persistence;
using IpMarketplace.Persistence.Providers.Sqlite;
using IpMarketplace.Persistence.Providers.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IpMarketplace.Tests.Persistence;

/// <summary>Text is compared character by character on every database.</summary>
public sealed class TextColumnTests
{
    [Fact]
    public void On_SQL_Server_every_text_column_says_that_it_compares_every_character() =>
        Assert.Empty(TextColumns(new SqlServerDesignTimeFactory().CreateDbContext([])).Where(column => column.Collation != "Latin1_General_100_BIN2").Select(NameOf));

    [Fact]
    public void On_SQLite_no_text_column_compares_otherwise_than_SQLite_does_by_itself() =>
        Assert.Empty(TextColumns(new SqliteDesignTimeFactory().CreateDbContext([])).Where(column => column.Collation is not null).Select(NameOf));

    [Fact]
    public void Both_databases_have_the_same_text_columns()
    {
        var onSqlServer = TextColumns(new SqlServerDesignTimeFactory().CreateDbContext([])).Select(NameOf).Order().ToList();

        Assert.NotEmpty(onSqlServer);
        Assert.Equal(TextColumns(new SqliteDesignTimeFactory().CreateDbContext([])).Select(NameOf).Order(), onSqlServer);
    }

    private static IEnumerable<IColumn> TextColumns(MarketplaceDbContext db)
    {
        using (db)
        {
            return [.. db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables
                .SelectMany(table => table.Columns)
                .Where(column => (column.StoreTypeMapping.Converter?.ProviderClrType ?? column.StoreTypeMapping.ClrType) == typeof(string))];
        }
    }

    private static string NameOf(IColumn column) => $"{column.Table.Name}.{column.Name}";
}
