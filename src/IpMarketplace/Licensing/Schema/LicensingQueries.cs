using IpMarketplace.Kernel.Security;
using IpMarketplace.Kernel.Time;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.OpenLicensing;
using IpMarketplace.Patents.Schema;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Licensing.Schema;

/// <summary>Which requests.</summary>
/// <param name="OpenLicenceId">To this declaration.</param>
/// <param name="States">In one of these states.</param>
public sealed record LicenceRequestFilterInput(
    [property: ID<OpenLicence>] long? OpenLicenceId = null,
    IReadOnlyList<LicenceRequestState>? States = null);

/// <summary>Which licences.</summary>
/// <param name="PatentId">Of this patent.</param>
/// <param name="States">In one of these states.</param>
/// <param name="Recordals">With their recordal in one of these states.</param>
/// <param name="RecordalOverdue">Only those whose recordal is late (INV-62).</param>
public sealed record LicenceFilterInput(
    [property: ID<PatentCard>] long? PatentId = null,
    IReadOnlyList<LicenceState>? States = null,
    IReadOnlyList<RecordalState>? Recordals = null,
    bool RecordalOverdue = false);

/// <summary>The root queries of this module.</summary>
[QueryType]
public static partial class LicensingQueries
{
    /// <summary>Requests for open licences that the viewer sent or received, the newest first; an administration sees those of its region.</summary>
    [Authorize(nameof(Permission.ReadLicences))]
    [UsePaging(IncludeTotalCount = true)]
    public static async Task<Connection<LicenceRequest>> GetLicenceRequestsAsync(
        LicenceRequestFilterInput? filter, PagingArguments page, Viewer viewer, IDbContextFactory<MarketplaceDbContext> contexts, CancellationToken ct)
    {
        filter ??= new LicenceRequestFilterInput();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = db.LicenceRequestsVisibleTo(viewer).Where(request => filter.OpenLicenceId == null || request.OpenLicenceId == filter.OpenLicenceId);
        if (filter.States is { } states)
        {
            found = found.Where(request => states.Contains(request.State));
        }
        return await found.PageAsync(page, ct);
    }

    /// <summary>Licences that the viewer gave or took, the newest first; an administration sees those of its region.</summary>
    [Authorize(nameof(Permission.ReadLicences))]
    [UsePaging(IncludeTotalCount = true)]
    public static async Task<Connection<Licence>> GetLicencesAsync(
        LicenceFilterInput? filter, PagingArguments page, Viewer viewer, TimeProvider clock, IDbContextFactory<MarketplaceDbContext> contexts, CancellationToken ct)
    {
        filter ??= new LicenceFilterInput();
        var today = clock.Today();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = db.LicencesVisibleTo(viewer).Where(licence => filter.PatentId == null || licence.Patents.Any(patent => patent.PatentId == filter.PatentId));
        if (filter.States is { } states)
        {
            found = found.Where(licence => states.Contains(licence.State));
        }
        if (filter.Recordals is { } recordals)
        {
            found = found.Where(licence => recordals.Contains(licence.Recordal));
        }
        if (filter.RecordalOverdue)
        {
            found = found.Where(licence => licence.Recordal == RecordalState.NotFiled && licence.RecordalDueOn < today);
        }
        return await found.PageAsync(page, ct);
    }
}
