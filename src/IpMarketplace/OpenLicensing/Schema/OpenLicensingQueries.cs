using IpMarketplace.Kernel.Security;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Organizations;
using IpMarketplace.Patents.Schema;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.OpenLicensing.Schema;

/// <summary>Which declarations.</summary>
/// <param name="PatentId">Of this patent.</param>
/// <param name="OrganizationId">Of this patentee.</param>
/// <param name="States">In one of these states. When not given: of others ANNOUNCED and WITHDRAWAL_FILED, of what is the viewer's own or in its region every state.</param>
/// <param name="Accepting">Taking notices now, or not.</param>
/// <param name="FeeStructures">With one of these fee structures.</param>
public sealed record OpenLicenceFilterInput(
    [property: ID<PatentCard>] long? PatentId = null,
    [property: ID<Organization>] long? OrganizationId = null,
    IReadOnlyList<OpenLicenceState>? States = null,
    bool? Accepting = null,
    IReadOnlyList<FeeStructure>? FeeStructures = null);

/// <summary>Which listings.</summary>
/// <param name="PatentId">Of this patent.</param>
/// <param name="OrganizationId">Of this organization.</param>
/// <param name="States">In one of these states. When not given: of others PUBLISHED, of what is the viewer's own or in its region every state.</param>
/// <param name="Modes">In one of these modes.</param>
public sealed record ListingFilterInput(
    [property: ID<PatentCard>] long? PatentId = null,
    [property: ID<Organization>] long? OrganizationId = null,
    IReadOnlyList<ListingState>? States = null,
    IReadOnlyList<ListingMode>? Modes = null);

/// <summary>The root queries of this module.</summary>
[QueryType]
public static partial class OpenLicensingQueries
{
    /// <summary>
    /// Open-licence declarations, the newest first. Everyone sees those that were announced; a patentee and its co-owners see all of theirs, an
    /// administration what was submitted in its region.
    /// </summary>
    [AllowAnonymous]
    [UsePaging(IncludeTotalCount = true)]
    public static async Task<Connection<OpenLicence>> GetOpenLicencesAsync(
        OpenLicenceFilterInput? filter, PagingArguments page, Viewer viewer, IDbContextFactory<MarketplaceDbContext> contexts, CancellationToken ct)
    {
        filter ??= new OpenLicenceFilterInput();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = (filter.States is { } states
            ? db.OpenLicencesVisibleTo(viewer).Where(openLicence => states.Contains(openLicence.State))
            : db.OpenLicencesOfInterestTo(viewer)).Where(openLicence =>
            (filter.PatentId == null || openLicence.PatentId == filter.PatentId)
            && (filter.OrganizationId == null || openLicence.OrganizationId == filter.OrganizationId)
            && (filter.Accepting == null || openLicence.Accepting == filter.Accepting));
        if (filter.FeeStructures is { } structures)
        {
            found = found.Where(openLicence => structures.Contains(openLicence.Declared.Fee.Structure));
        }
        return await found.PageAsync(page, ct);
    }

    /// <summary>
    /// Listings, the newest first. Everyone sees those that are published; an organization sees all of its own, an administration what was
    /// submitted in its region.
    /// </summary>
    [AllowAnonymous]
    [UsePaging(IncludeTotalCount = true)]
    public static async Task<Connection<Listing>> GetListingsAsync(
        ListingFilterInput? filter, PagingArguments page, Viewer viewer, IDbContextFactory<MarketplaceDbContext> contexts, CancellationToken ct)
    {
        filter ??= new ListingFilterInput();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = db.ListingsVisibleTo(viewer).Where(listing =>
            (filter.PatentId == null || listing.PatentId == filter.PatentId)
            && (filter.OrganizationId == null || listing.OrganizationId == filter.OrganizationId));
        if (filter.States is { } states)
        {
            found = found.Where(listing => states.Contains(listing.State));
        }
        if (filter.Modes is { } modes)
        {
            found = found.Where(listing => modes.Contains(listing.Mode));
        }
        return await found.PageAsync(page, ct);
    }
}
