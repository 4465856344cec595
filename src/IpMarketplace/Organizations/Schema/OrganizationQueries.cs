using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Organizations.Schema;

/// <summary>Which organizations.</summary>
/// <param name="Kinds">Of one of these kinds.</param>
/// <param name="Provinces">In one of these provinces: the first two digits of GB/T 2260.</param>
/// <param name="Sizes">Enterprises of one of these sizes.</param>
/// <param name="Recognition">That hold or held this recognition, such as LITTLE_GIANT.</param>
/// <param name="Text">Whose Chinese or English name contains this.</param>
public sealed record OrganizationFilter(
    IReadOnlyList<OrganizationKind>? Kinds = null,
    IReadOnlyList<string>? Provinces = null,
    IReadOnlyList<EnterpriseSize>? Sizes = null,
    string? Recognition = null,
    string? Text = null);

/// <summary>The root queries of this module.</summary>
[QueryType]
public static partial class OrganizationQueries
{
    /// <summary>Finds an organization.</summary>
    /// <param name="id">Its global id.</param>
    [AllowAnonymous]
    [NodeResolver]
    public static async Task<Organization?> GetOrganizationAsync(long id, OrganizationByIdDataLoader organizations, CancellationToken ct) =>
        await organizations.LoadAsync(id, ct);

    /// <summary>Organizations, the newest first.</summary>
    /// <param name="filter">Which of them; all when not given.</param>
    [AllowAnonymous]
    [UsePaging(IncludeTotalCount = true)]
    public static async Task<Connection<Organization>> GetOrganizationsAsync(
        OrganizationFilter? filter, PagingArguments page, IDbContextFactory<MarketplaceDbContext> contexts, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Matching(db.Organizations, filter ?? new OrganizationFilter()).PageAsync(page, ct);
    }

    private static IQueryable<Organization> Matching(IQueryable<Organization> organizations, OrganizationFilter filter)
    {
        if (filter.Kinds is { } kinds)
        {
            organizations = organizations.Where(row => kinds.Contains(row.Kind));
        }
        if (filter.Provinces is { } provinces)
        {
            organizations = organizations.Where(row => row.RegionCode != null && provinces.Contains(row.RegionCode.Substring(0, 2)));
        }
        if (filter.Sizes is { } sizes)
        {
            organizations = organizations.Where(row => row.Size != null && sizes.Contains(row.Size.Value));
        }
        if (filter.Recognition is { } recognition)
        {
            organizations = organizations.Where(row => row.Recognitions.Any(held => held.Code == recognition));
        }
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var name = OrganizationName.Normalize(filter.Text);
            var pattern = LikePattern.Containing(filter.Text);
            organizations = organizations.Where(row => row.NormalizedName.Contains(name) || (row.NameEn != null && EF.Functions.Like(row.NameEn, pattern, LikePattern.Escape)));
        }
        return organizations;
    }
}
