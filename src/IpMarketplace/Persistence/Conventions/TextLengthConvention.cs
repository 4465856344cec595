using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace IpMarketplace.Persistence.Conventions;

/// <summary>Every text column has a length, or says that it is long: an unsized column cannot be indexed on SQL Server.</summary>
public static class LongText
{
    internal const int Unlimited = -1;

    /// <summary>Text of any length: an abstract, claims, a contract.</summary>
    public static PropertyBuilder<T> IsLongText<T>(this PropertyBuilder<T> property) => property.HasMaxLength(Unlimited);
}

internal sealed class TextLengthConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        var unsized = modelBuilder.EveryProperty()
            .Where(property => property.ClrType == typeof(string) && property.GetMaxLength() is null && !property.IsForeignKey())
            .Select(property => $"{property.DeclaringType.DisplayName()}.{property.Name}")
            .ToList();
        if (unsized.Count > 0)
        {
            throw new InvalidOperationException($"Give these text properties a HasMaxLength or IsLongText: {string.Join(", ", unsized)}.");
        }
    }
}
