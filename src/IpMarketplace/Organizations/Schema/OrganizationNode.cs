using IpMarketplace.Accounts.Schema;
using IpMarketplace.Organizations.Persistence;

namespace IpMarketplace.Organizations.Schema;

/// <summary>How an organization looks in the schema, beside its own properties. Figures of enterprises are theirs; only the size is public.</summary>
[ObjectType<Organization>]
public static partial class OrganizationNode
{
    /// <summary>The Unified Social Credit Code; unknown for organizations that were imported from name lists.</summary>
    public static string? CreditCode([Parent] Organization organization) => organization.CreditCode?.Value;

    /// <summary>The region by name: city or county where the vocabulary is loaded, province otherwise.</summary>
    public static async Task<VocabularyTerm?> GetRegionAsync([Parent] Organization organization, VocabularyTermByCodeDataLoader terms, CancellationToken ct) =>
        organization.RegionCode is not { } code ? null
        : await terms.LoadAsync((VocabularyScheme.Region, code), ct) ?? await terms.LoadAsync((VocabularyScheme.Region, code[..2] + "0000"), ct);

    /// <summary>The main industry by name, where the vocabulary is loaded.</summary>
    public static async Task<VocabularyTerm?> GetIndustryAsync([Parent] Organization organization, VocabularyTermByCodeDataLoader terms, CancellationToken ct) =>
        organization.IndustryCode is { } code ? await terms.LoadAsync((VocabularyScheme.Industry, code), ct) : null;
}

/// <summary>What a recognition is called.</summary>
[ObjectType<Recognition>]
public static partial class RecognitionNode
{
    /// <summary>The kind by name.</summary>
    public static Task<VocabularyTerm?> GetKindAsync([Parent] Recognition recognition, VocabularyTermByCodeDataLoader terms, CancellationToken ct) =>
        terms.LoadAsync((VocabularyScheme.Recognition, recognition.Code), ct);
}

/// <summary>The organization of the person signed in.</summary>
[ObjectType<ViewerProfile>]
public static partial class ViewerOrganization
{
    /// <summary>The organization the roles are held in; null for natural persons.</summary>
    public static async Task<Organization?> GetOrganizationAsync([Parent] ViewerProfile viewer, OrganizationByIdDataLoader organizations, CancellationToken ct) =>
        viewer.OrganizationId is { } id ? await organizations.LoadAsync(id, ct) : null;
}
