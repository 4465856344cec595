using IpMarketplace.Kernel.Lifecycles;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IpMarketplace.Persistence.Conventions;

/// <summary>Enums are stored as the schema spells them (<c>FEE_OVERDUE</c>), alone or in a list.</summary>
internal sealed class EnumTextConvention : IModelFinalizingConvention
{
    private const int MaxLength = 30;

    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var property in modelBuilder.EveryProperty())
        {
            if (ConverterFor(property.ClrType) is { } converter)
            {
                property.Builder.HasConversion(converter);
                property.Builder.HasMaxLength(MaxLength);
            }
            else if (property.GetElementType() is { } element && ConverterFor(element.ClrType) is { } elementConverter)
            {
                element.Builder.HasConversion(elementConverter);
                element.Builder.HasMaxLength(MaxLength);
            }
        }
    }

    private static ValueConverter? ConverterFor(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum ? (ValueConverter)Activator.CreateInstance(typeof(ScreamingConverter<>).MakeGenericType(plain))! : null;
    }

    private sealed class ScreamingConverter<T>() : ValueConverter<T, string>(value => Texts[value], text => Values[text])
        where T : struct, Enum
    {
        private static readonly Dictionary<T, string> Texts = Enum.GetValues<T>().ToDictionary(value => value, Spelling.Screaming);
        private static readonly Dictionary<string, T> Values = Texts.ToDictionary(pair => pair.Value, pair => pair.Key);
    }
}
