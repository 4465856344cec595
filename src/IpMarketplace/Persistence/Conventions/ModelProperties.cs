using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpMarketplace.Persistence.Conventions;

/// <summary>Every property of a model once, those inside complex values included.</summary>
internal static class ModelProperties
{
    public static IEnumerable<IConventionProperty> EveryProperty(this IConventionModelBuilder modelBuilder) =>
        modelBuilder.Metadata.GetEntityTypes().SelectMany(DeclaredBy);

    private static IEnumerable<IConventionProperty> DeclaredBy(IConventionTypeBase type) =>
        type.GetDeclaredProperties().Concat(type.GetDeclaredComplexProperties().SelectMany(complex => DeclaredBy(complex.ComplexType)));
}
