using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace IpMarketplace.Persistence.Conventions;

/// <summary>
/// Text is equal when every character is, on every database. SQLite compares so by itself, SQL Server as the column says. What people may
/// spell either way, such as a user name, is found by a normalized column of its own.
/// </summary>
internal sealed class BinaryTextConvention(string collation) : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var property in modelBuilder.EveryProperty().Where(IsText))
        {
            property.Builder.UseCollation(collation);
        }
    }

    private static bool IsText(IConventionProperty property) =>
        property.GetElementType() is not null
        || (property.GetValueConverter()?.ProviderClrType ?? property.GetProviderClrType() ?? property.ClrType) == typeof(string);
}
