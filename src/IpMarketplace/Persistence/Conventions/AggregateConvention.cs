using IpMarketplace.Kernel.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace IpMarketplace.Persistence.Conventions;

/// <summary>
/// Aggregates carry a version token and keep events and transitions to themselves. Deleting never cascades in the database:
/// parts go with their aggregate because the context removes them, anything else that is referred to stays.
/// </summary>
internal sealed class AggregateConvention : IEntityTypeAddedConvention, IModelFinalizingConvention
{
    public void ProcessEntityTypeAdded(IConventionEntityTypeBuilder entityTypeBuilder, IConventionContext<IConventionEntityTypeBuilder> context)
    {
        if (!typeof(Aggregate).IsAssignableFrom(entityTypeBuilder.Metadata.ClrType))
        {
            return;
        }
        entityTypeBuilder.Ignore(nameof(Aggregate.Events));
        entityTypeBuilder.Ignore(nameof(Aggregate.Transitions));
        entityTypeBuilder.Property(typeof(int), nameof(Aggregate.Version))?.IsConcurrencyToken(true);
    }

    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var foreignKey in modelBuilder.Metadata.GetEntityTypes().SelectMany(type => type.GetDeclaredForeignKeys()).Where(key => !key.IsOwnership))
        {
            foreignKey.Builder.OnDelete(ChangeRecorder.IsPartOfAggregate(foreignKey) ? DeleteBehavior.ClientCascade : DeleteBehavior.Restrict);
        }
    }
}
