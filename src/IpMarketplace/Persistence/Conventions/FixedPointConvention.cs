using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IpMarketplace.Persistence.Conventions;

/// <summary>
/// SQLite has no decimal type: a decimal is stored as an integer of its smallest unit (money in fen), so that sums,
/// comparisons and sorting in the database are exact (GI-11).
/// </summary>
internal sealed class FixedPointConvention : IModelFinalizingConvention
{
    private const int ScaleOfMoney = 2;

    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var property in modelBuilder.EveryProperty())
        {
            if ((Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(decimal))
            {
                property.Builder.HasConversion(ConverterFor(property.GetScale() ?? ScaleOfMoney));
            }
        }
    }

    private static ValueConverter<decimal, long> ConverterFor(int scale)
    {
        var unit = 1m;
        for (var digit = 0; digit < scale; digit++)
        {
            unit *= 10;
        }
        return new ValueConverter<decimal, long>(value => (long)decimal.Round(value * unit, MidpointRounding.AwayFromZero), stored => stored / unit);
    }
}
