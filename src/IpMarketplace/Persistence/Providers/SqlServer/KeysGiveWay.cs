using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Update;

namespace IpMarketplace.Persistence.Providers.SqlServer;

/// <summary>SQL Server changes no collation of a column that is part of a primary key: the key is dropped and made anew. Entity Framework does so for indexes only.</summary>
#pragma warning disable EF1001 // the constructor of the generator names a service that Entity Framework keeps to itself
internal sealed class KeysGiveWay(MigrationsSqlGeneratorDependencies dependencies, ICommandBatchPreparer preparer)
    : SqlServerMigrationsSqlGenerator(dependencies, preparer)
#pragma warning restore EF1001
{
    protected override void Generate(AlterColumnOperation operation, IModel? model, MigrationCommandListBuilder builder)
    {
        var key = model?.GetRelationalModel().FindTable(operation.Table, operation.Schema)?.PrimaryKey;
        if (key is null || operation.Collation == operation.OldColumn.Collation || key.Columns.All(column => column.Name != operation.Name))
        {
            base.Generate(operation, model, builder);
            return;
        }
        Generate(new DropPrimaryKeyOperation { Name = key.Name, Table = operation.Table, Schema = operation.Schema }, model, builder);
        base.Generate(operation, model, builder);
        var columns = key.Columns.Select(column => column.Name).ToArray();
        Generate(new AddPrimaryKeyOperation { Name = key.Name, Table = operation.Table, Schema = operation.Schema, Columns = columns }, model, builder);
    }
}
