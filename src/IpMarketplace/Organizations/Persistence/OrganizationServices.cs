using IpMarketplace.Organizations.Import;
using IpMarketplace.Persistence.Import;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpMarketplace.Organizations.Persistence;

/// <summary>Registers this module.</summary>
public static class OrganizationServices
{
    /// <summary>Imports of organizations and vocabularies.</summary>
    public static IServiceCollection AddOrganizations(this IServiceCollection services)
    {
        services.TryAddSingleton<ImportRun>();
        return services
            .AddSingleton<IImport, OrganizationImport>()
            .AddSingleton<IImport, VocabularyImport>();
    }
}
